"""Image files: each is one sample; its reference is another file of the same name or a like one.

A TIFF file of several pages, or of one that is too large, is several samples (see ``tiff_pictures``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from granview.core.errors import InputError
from granview.core.file_names import SampleNames
from granview.core.sample import Reference, Sample
from granview.io.file_formats import READABLE, image_format
from granview.io.page_address import split_words
from granview.io.row_address import is_row
from granview.io.sample_kind import SAMPLE_FILES, InputFile, SampleFiles, SearchContext
from granview.io.search_events import Notice, Problem, RefusedReference, SearchEvent

if TYPE_CHECKING:
    from granview.io.tiff_pictures import TiffPicture

MOST_PICTURES: Final = 256
"""So many pictures of one file become samples; the rest is said to be left out."""

TIFF_SUFFIXES: Final = frozenset({".tif", ".tiff"})
IMAGE_SUFFIXES: Final = TIFF_SUFFIXES | {".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".webp"}
"""Lower-case suffixes of the formats that are read."""

_OME: Final = ".ome"
"""What stands before the suffix of an OME-TIFF file."""


class ImageFiles(SampleFiles):
    """Images."""

    kind = "image"
    noun = "an image"
    readable = READABLE
    suffixes = IMAGE_SUFFIXES
    folders = ("images", "image", "img", "imgs", "inputs", "input", "leftimg8bit", "jpegimages")
    is_picture = True
    no_reference = ("is no reference: its format changes values.", "Save it as PNG.")

    def belongs(self, head: bytes, name: str, is_cut: bool) -> bool:
        """Whether a file begins as images do."""
        return image_format(head) is not None

    def samples(
        self, file: InputFile, references: Sequence[Reference], context: SearchContext
    ) -> Iterator[SearchEvent]:
        """The picture of a file or of a row, or its pictures where it is a TIFF file of several."""
        if is_row(file.path):
            yield from super().samples(file, references, context)
            return
        path, words = split_words(file.path)
        try:
            held = _pictures(path, words)
        except InputError as error:
            yield Problem(file.path, error.message, error.hint)
            return
        if not held:
            yield from super().samples(file, references, context)
            return
        for event in super().samples(
            InputFile(path, file.size_bytes), references, replace(context, names=SampleNames())
        ):
            if isinstance(event, Sample):
                yield from _of_pages(event, path, held, context)
            else:
                yield event


def _pictures(path: Path, words: str = "") -> "list[TiffPicture]":
    """The pictures of a TIFF file, or those of them that are named; none of another file, or of one that holds one.

    Raises:
        InputError: the file cannot be opened, or holds none of that name.
    """
    if path.suffix.lower() in IMAGE_SUFFIXES - TIFF_SUFFIXES:
        return []
    from granview.io.tiff_pictures import chosen_pictures, tiff_pictures

    found = tiff_pictures(path)
    return chosen_pictures(found, words, path.with_name(f"{path.name}[{words}]")) if words else found


def _of_pages(
    whole: Sample, path: Path, held: "Sequence[TiffPicture]", context: SearchContext
) -> Iterator[SearchEvent]:
    """A sample for each picture of a file, with the same picture of its reference."""
    if len(held) > MOST_PICTURES:
        words = f"{path.name} holds {len(held):,} pictures; the first {MOST_PICTURES} are taken."
        yield Notice(path, words, f"Name others, such as {path.name}[page={held[MOST_PICTURES].address.page}].")
    references, refused = _fitting(whole.references, held)
    yield from refused
    for picture in held[:MOST_PICTURES]:
        own = [_part_of(each, picture) for each in references]
        yield msgspec.structs.replace(
            whole,
            name=context.names.claim(f"{path.stem.removesuffix(_OME)}-{picture.label}"),
            path=str(picture.address.path(path)),
            reference=next(iter(own), None),
            more_references=tuple(own[1:]),
        )


def _fitting(
    references: Sequence[Reference], held: "Sequence[TiffPicture]"
) -> tuple[list[Reference], list[RefusedReference]]:
    """The references that are files of as many pages, and what is said of the others."""
    fitting, refused = [], list[RefusedReference]()
    for each in references:
        pages = _pages(Path(each.path))
        if pages == held[0].pages or each.record:
            fitting.append(each)
            continue
        words = f"{Path(each.path).name} has not as many pages as its picture, so it is not used."
        refused.append(
            RefusedReference(Path(each.path), words, "Save a TIFF file with a page for each of the picture's.")
        )
    return fitting, refused


def _pages(path: Path) -> int:
    """How many pages a reference has."""
    try:
        found = _pictures(path) if path.suffix.lower() in TIFF_SUFFIXES else []
    except InputError:
        return 1
    return found[0].pages if found else 1


def _part_of(reference: Reference, picture: "TiffPicture") -> Reference:
    """The page, or its region, of a reference that is a TIFF file."""
    path = Path(reference.path)
    if reference.record or path.suffix.lower() not in TIFF_SUFFIXES:
        return reference
    return msgspec.structs.replace(reference, path=str(picture.address.path(path)), format=reference.format or "mask")


SAMPLE_FILES.register("image")(ImageFiles())
