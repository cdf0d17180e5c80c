"""Where each annotation of a COCO file stands, by its picture: twelve bytes for each, whatever it says.

So 900,000 annotations are no burden to the window and to every lane: what one says is read from the file when its
picture is. The list is gone through twice, once for how long each annotation is and once for its picture's id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.json_reading import decode_large_json
from granview.io.regular_files import as_input_error, check_regular, open_regular

_HINT: Final = "Copy the file again, or export it again."

Id = int | str


class _Marked(msgspec.Struct, frozen=True, gc=False):
    image_id: Id


@dataclass(frozen=True)
class ListPlace:
    """A list inside a JSON file.

    Attributes:
        start: Its first byte in the file.
        n_bytes: How long it is.
        mtime_ns: When the file was last changed, as it was when the list was found.
        first: The first thing in it, as it is written; empty where it is empty.
    """

    start: int
    n_bytes: int
    mtime_ns: int
    first: bytes


def place_of_list(path: Path, text: bytes, text_start: int, written: msgspec.Raw) -> ListPlace:
    """Where a list stands in its file.

    Args:
        path: The file.
        text: Its bytes behind a byte order mark.
        text_start: How many bytes stand before these in the file.
        written: The list, a part of these.

    Raises:
        InputError: it is no list.
    """
    parts = decode_large_json(written, f"{path.name}: the list of annotations", _HINT, list[msgspec.Raw])
    start = text_start + _address(written) - _address(text)
    first = bytes(parts[0]) if parts else b""
    return ListPlace(start, len(memoryview(written)), check_regular(path).st_mtime_ns, first)


@dataclass(frozen=True)
class AnnotationIndex:
    """The annotations of a file by their pictures.

    Attributes:
        path: The file.
        mtime_ns: When it was last changed, as it was when it was gone through.
        offsets: (n,) int64, the first byte of each annotation, picture by picture.
        lengths: (n,) int32, how many bytes it has.
        starts: (pictures + 1,) int64, the first annotation of each picture.
        places: Which picture has which id.
        stray: How many more annotations name a picture that the file does not list, and one such id.
    """

    path: Path
    mtime_ns: int
    offsets: NDArray[np.int64]
    lengths: NDArray[np.int32]
    starts: NDArray[np.int64]
    places: Mapping[Id, int]
    stray: tuple[int, Id]

    @classmethod
    def read(cls, path: Path, place: ListPlace | None, ids: Sequence[Id]) -> "AnnotationIndex":
        """Go through a file's list of annotations.

        Args:
            path: The file.
            place: Where the list stands; None for no list.
            ids: The ids of the pictures that the file lists.

        Raises:
            InputError: the file has changed, or the list holds what is no annotation.
        """
        places = {image_id: number for number, image_id in enumerate(ids)}
        nothing = np.zeros(0, np.int64)
        if place is None:
            starts = np.zeros(len(ids) + 1, np.int64)
            return cls(path, 0, nothing, nothing.astype(np.int32), starts, places, (0, ""))
        data = _part(path, place.mtime_ns, [(place.start, place.n_bytes)])[0]
        what = f"{path.name}: the list of annotations"
        marked = decode_large_json(data, what, _HINT, list[_Marked])
        pictures = np.fromiter((places.get(one.image_id, -1) for one in marked), np.int64, len(marked))
        strays = np.flatnonzero(pictures < 0)
        stray = (len(strays), marked[strays[0]].image_id if len(strays) else "")
        del marked
        offsets, lengths = _places(data, what)
        order = np.argsort(pictures, kind="stable")[len(strays) :]
        starts = np.searchsorted(pictures[order], np.arange(len(ids) + 1))
        return cls(path, place.mtime_ns, place.start + offsets[order], lengths[order], starts, places, stray)

    def __len__(self) -> int:
        return len(self.offsets)

    def of(self, image_id: Id) -> list[bytes]:
        """The annotations of a picture, as they are written.

        Raises:
            InputError: the file has changed, or cannot be read any more.
        """
        number = self.places[image_id]
        rows = slice(int(self.starts[number]), int(self.starts[number + 1]))
        parts = list(zip(self.offsets[rows].tolist(), self.lengths[rows].tolist(), strict=True))
        return _part(self.path, self.mtime_ns, parts) if parts else []


def _part(path: Path, mtime_ns: int, parts: Sequence[tuple[int, int]]) -> list[bytes]:
    with open_regular(path) as file:
        if check_regular(path).st_mtime_ns != mtime_ns:
            raise InputError(f"{path.name} has changed while it was read.", "Open it again.")
        try:
            return [file.read(size) for start, size in parts if file.seek(start) >= 0]
        except OSError as error:
            raise as_input_error(path, error) from error


def _places(data: bytes, what: str) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Where each thing in a list begins, and how long it is.

    What is written by programs has the same characters between all things: then lengths tell all places, and whether it
    is so is looked at. Where it is not, each is asked for its address.
    """
    written = decode_large_json(data, what, _HINT, list[msgspec.Raw])
    lengths = np.fromiter((len(memoryview(one)) for one in written), np.int32, len(written))
    if len(written) < 2:
        return np.array([_address(one) - _address(data) for one in written], np.int64), lengths
    first = _address(written[0]) - _address(data)
    gap = _address(written[1]) - _address(data) - first - int(lengths[0])
    offsets = first + np.concatenate(([0], np.cumsum(lengths[:-1].astype(np.int64) + gap)))
    if not _are_apart(np.frombuffer(data, np.uint8), offsets, lengths, gap):
        base = _address(data)
        offsets = np.fromiter((_address(one) - base for one in written), np.int64, len(written))
    return offsets, lengths


def _are_apart(data: NDArray[np.uint8], offsets: NDArray[np.int64], lengths: NDArray[np.int32], gap: int) -> bool:
    """Whether the same characters stand between each two things, a comma and white space."""
    ends = offsets[:-1] + lengths[:-1]
    if ends[-1] + gap + lengths[-1] > len(data):
        return False
    return all(bool((data[ends + step] == data[ends[0] + step]).all()) for step in range(gap)) and bool(
        (data[offsets] == data[offsets[0]]).all()
    )


def _address(data: Any) -> int:
    """Where bytes lie in memory."""
    address: int = np.frombuffer(data, np.uint8).__array_interface__["data"][0]
    return address
