"""A folder that describes itself: ``gallery.json`` lists its images and texts, and where they come from."""

from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.io.files import is_regular, open_regular

FILE_NAME: Final = "gallery.json"
_MAX_BYTES: Final = 16 << 20


class GalleryEntry(msgspec.Struct, frozen=True):
    """One file of a gallery; further keys of the file are for people and are not read.

    Attributes:
        file: Path of the image, text or data set, relative to the gallery's folder.
        reference: Path of its reference, relative to the gallery's folder, or None.
        title: What it shows.
        source: Where it comes from.
        licence: Under which terms.
        author: Who made it.
        task: The task that it is for, or None for any.
    """

    file: str
    reference: str | None = None
    title: str = ""
    source: str = ""
    licence: str = ""
    author: str = ""
    task: str | None = None


class _Gallery(msgspec.Struct, frozen=True):
    entries: tuple[GalleryEntry, ...]


def is_gallery(folder: Path) -> bool:
    """Whether a folder describes itself."""
    return is_regular(folder / FILE_NAME)


def read_gallery(folder: Path) -> tuple[GalleryEntry, ...]:
    """The entries of a folder's ``gallery.json``, in its order: a list of them, or an object with it as ``entries``.

    Raises:
        InputError: the file cannot be read, is not of this form, or names a file outside the folder.
    """
    path = folder / FILE_NAME
    with open_regular(path) as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path} is larger than {_MAX_BYTES >> 20} MiB.", "Split the gallery.")
    try:
        read = msgspec.json.decode(data, type=tuple[GalleryEntry, ...] | _Gallery)
    except msgspec.DecodeError as error:
        raise InputError(f"{path} is not a gallery: {error}.", "Each entry needs a 'file'.") from error
    entries = read.entries if isinstance(read, _Gallery) else read
    for entry in entries:
        _refuse_outside(path, entry)
    return entries


def _refuse_outside(path: Path, entry: GalleryEntry) -> None:
    for name in (entry.file, entry.reference or ""):
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise InputError(f"{path} names {name}, which is outside its folder.", "Name files inside the folder.")
