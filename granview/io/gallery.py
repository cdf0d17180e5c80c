"""A folder that describes itself: ``gallery.json`` lists its images and texts, and where they come from."""

from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import check_type
from granview.io.json_files import read_json_file
from granview.io.regular_files import is_regular

FILE_NAME: Final = "gallery.json"
_MAX_BYTES: Final = 16 << 20
_HINT: Final = "Each of its entries needs a 'file'."


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


def is_gallery(folder: Path) -> bool:
    """Whether a folder describes itself."""
    return is_regular(folder / FILE_NAME)


def read_gallery(folder: Path) -> tuple[GalleryEntry, ...]:
    """The entries of a folder's ``gallery.json``, in its order: a list of them, or an object with it as ``entries``.

    Raises:
        InputError: the file cannot be read, is not of this form, or names a file outside the folder.
    """
    path = folder / FILE_NAME
    value = read_json_file(path, _HINT, object, max_bytes=_MAX_BYTES)
    listed = value if isinstance(value, list) else check_type(value, dict[str, Any], path, _HINT).get("entries")
    entries = check_type(listed, tuple[GalleryEntry, ...], path, _HINT)
    for entry in entries:
        _refuse_outside(path, entry)
    return entries


def _refuse_outside(path: Path, entry: GalleryEntry) -> None:
    for name in (entry.file, entry.reference or ""):
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise InputError(f"{path} names {name}, which is outside its folder.", "Name files inside the folder.")
