"""What a file marks in one picture, gathered mark by mark: what cannot be used is left out, counted and said."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from granview.core import rle
from granview.core.errors import GranViewError
from granview.core.labels import LabelSet
from granview.core.rle import Polygon, Rle
from granview.io.leftovers import counted
from granview.io.marked_objects import Box, MarkedObject, MarkedPicture

_FAR: Final = 1e6
_FEWEST: Final = 3


class MarkList:
    """The marks of one picture.

    Args:
        path: The file that marks them.
        size: (height, width) in px of the picture that they were made in.
        labels: The classes.
    """

    def __init__(self, path: Path, size: tuple[int, int], labels: LabelSet) -> None:
        self._path = path
        self._size = size
        self._labels = labels
        self._objects: list[MarkedObject] = []
        self._left_out: list[str] = []
        self._unread: Counter[str] = Counter()

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of the picture in px."""
        return self._size

    def box(self, class_id: int | None, box: Box, place: str) -> None:
        """A box, its corners in any order."""
        with self._usable(place):
            known = self._known(class_id)
            left, right = sorted((box[0], box[2]))
            top, bottom = sorted((box[1], box[3]))
            if not all(math.isfinite(edge) and abs(edge) <= _FAR for edge in box):
                raise GranViewError("Its box is not in numbers that a picture has.")
            _check_meets((left, top, right, bottom), self._size)
            self._objects.append(MarkedObject(known, (left, top, right, bottom)))

    def polygons(self, class_id: int | None, polygons: Sequence[Polygon], place: str) -> None:
        """One object of some polygons."""
        with self._usable(place):
            known = self._known(class_id)
            areas = [polygon for polygon in polygons if len(polygon) >= 2 * _FEWEST]
            if not areas:
                raise GranViewError("Its polygon has fewer than three points.")
            self._add_mask(known, rle.from_polygons(areas, self._size))

    def mask(self, class_id: int | None, masks: Sequence[Rle], place: str) -> None:
        """One object of some masks."""
        with self._usable(place):
            known = self._known(class_id)
            self._add_mask(known, masks[0] if len(masks) == 1 else rle.merge(list(masks)))

    def refuse(self, place: str, words: str) -> None:
        """A mark that cannot be used, and why, as a sentence."""
        self._left_out.append(f"{place} is left out. {words}")

    def leave(self, sort: str, n: int = 1) -> None:
        """Marks of a sort that nothing is read from, in the plural, such as ``points``."""
        self._unread[sort] += n

    def picture(self, notices: Sequence[str] = ()) -> MarkedPicture:
        """All of them."""
        return MarkedPicture(self._path, self._size, self._labels, self._objects, (*notices, *self._words()))

    def _words(self) -> Iterator[str]:
        if self._left_out:
            more = len(self._left_out) - 1
            rest = f" So {'is' if more == 1 else 'are'} {more:,} more." if more else ""
            yield f"{self._path.name}: {self._left_out[0]}{rest}"
        if self._unread:
            listed = ", ".join(counted(sort, n) for sort, n in self._unread.items())
            yield f"{self._path.name}: {listed} left alone, without an area."

    def _add_mask(self, class_id: int, mask: Rle) -> None:
        if not rle.areas([mask])[0]:
            raise GranViewError("It covers no pixel of its picture.")
        self._objects.append(MarkedObject(class_id, mask=mask))

    def _known(self, class_id: int | None) -> int:
        if class_id is None or not 0 <= class_id < len(self._labels):
            raise GranViewError("Its class is none of the classes.")
        return class_id

    @contextmanager
    def _usable(self, place: str) -> Iterator[None]:
        """What goes wrong within costs this mark alone."""
        n = len(self._objects)
        try:
            yield
        except GranViewError as error:
            del self._objects[n:]
            self.refuse(place, error.message)


def _check_meets(box: Box, size: tuple[int, int]) -> None:
    left, top, right, bottom = box
    if right <= 0 or bottom <= 0 or left >= size[1] or top >= size[0]:
        raise GranViewError("Its box lies outside its picture.")
