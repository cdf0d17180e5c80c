"""Where two label maps differ and which of them is right; computed off the window's thread, then only painted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from granview.core.class_matching import match_classes
from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import IndexedPainter, pyramid
from granview.gui.paint.overlay_style import argb
from granview.gui.presenters.picture_presenter import DifferenceJob, DifferenceRow, DifferenceSide
from granview.gui.presenters.pictures.label_map_indices import Compaction, Labels, blocks, compact
from granview.gui.style.theme import Theme
from granview.scoring.mask_difference import (
    BOTH_RIGHT,
    BOTH_WRONG,
    DIFFERENT,
    ONLY_LEFT_RIGHT,
    ONLY_RIGHT_RIGHT,
    SAME,
    VOID,
    difference_map,
)

translate = QCoreApplication.translate

_IGNORED: Final = 65_535
_ROLES: Final = {
    ONLY_LEFT_RIGHT: "only_left",
    ONLY_RIGHT_RIGHT: "only_right",
    BOTH_WRONG: "both_wrong",
    DIFFERENT: "different",
}

Side = DifferenceSide[LabelMap]


class LabelMapDifference:
    """A difference map; equal and unscored pixels are clear.

    Args:
        compaction: The map, in values of ``scoring.mask_difference``.
        words: The values of the legend, in words.
    """

    def __init__(self, compaction: Compaction, words: Mapping[int, str]) -> None:
        self._compaction = compaction
        self._words = words
        self._layer = IndexedPainter(pyramid(compaction.indices))

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        """Each value with the part of the scored pixels that holds it."""
        return [DifferenceRow(_ROLES.get(value, ""), text, self._share(value)) for value, text in self._words.items()]

    def set_colors(self, theme: Theme, opacity: float) -> None:
        """Draw in these colours from now on; thin lines must be seen, so it is drawn stronger than a mask."""
        table = [0] * 256
        for index, value in enumerate(self._compaction.classes, start=1):
            color = theme.color(_ROLES[value])
            table[index] = argb((color.red(), color.green(), color.blue()), 1 - (1 - opacity) ** 2)
        self._layer.set_table(table)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""
        self._layer.paint(painter, frame)

    def _share(self, value: int) -> float | None:
        counts = self._compaction.counts
        scored = sum(counts.values()) - counts.get(VOID, 0)
        return counts.get(value, 0) / scored if scored else None


def label_map_difference(left: Side, right: Side, reference: Side | None) -> DifferenceJob | str:
    """What compares two label maps in one label space, or why they cannot be compared.

    The space is the reference's, or without one the left map's.
    """
    if len({side.prediction.size for side in (left, right, reference) if side is not None}) > 1:
        return translate("DifferenceScene", "These masks differ in size and cannot be compared.")
    space = left.labels if reference is None else reference.labels
    words = _words(left.title, right.title, has_reference=reference is not None)
    return lambda: _compared(
        _of_lane(left, space), _of_lane(right, space), None if reference is None else _of_reference(reference), words
    )


def _words(left: str, right: str, *, has_reference: bool) -> dict[int, str]:
    if not has_reference:
        different, same = translate("DifferenceScene", "Different"), translate("DifferenceScene", "Same")
        return {DIFFERENT: different, SAME: same}
    return {
        ONLY_LEFT_RIGHT: translate("DifferenceScene", "Only {lane} right").format(lane=left),
        ONLY_RIGHT_RIGHT: translate("DifferenceScene", "Only {lane} right").format(lane=right),
        BOTH_WRONG: translate("DifferenceScene", "Both wrong"),
        BOTH_RIGHT: translate("DifferenceScene", "Both right"),
    }


@dataclass(frozen=True)
class _Translated:
    """A label map and the table that brings it into the label space in which maps are compared.

    Attributes:
        labels: (H, W) uint8 or uint16.
        table: (256,) or (65536,) uint16, by the labels' dtype.
    """

    labels: Labels
    table: NDArray[np.uint16]

    def rows(self, rows: slice) -> NDArray[np.uint16]:
        """Some rows of the map in the common label space."""
        return np.take(self.table, self.labels[rows], mode="clip")


def _compared(
    left: _Translated, right: _Translated, reference: _Translated | None, words: Mapping[int, str]
) -> LabelMapDifference:
    found = np.empty(left.labels.shape, np.uint8)
    for rows in blocks(found.shape):
        truth = None if reference is None else reference.rows(rows)
        found[rows] = difference_map(left.rows(rows), right.rows(rows), truth, _IGNORED)
    return LabelMapDifference(compact(found, nothing=(BOTH_RIGHT, VOID)), words)


def right_and_wrong(side: Side, reference: Side) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which px of a map are right in the reference's label space, and which are scored: both (H, W).

    Args:
        side: A map of the reference's size.
        reference: What is right.
    """
    found, truth = _of_lane(side, reference.labels), _of_reference(reference)
    right, scored = (np.empty(side.prediction.size, bool) for _ in range(2))
    for rows in blocks(right.shape):
        own, wanted = found.rows(rows), truth.rows(rows)
        outcome = difference_map(own, own, wanted, _IGNORED)
        right[rows], scored[rows] = outcome == BOTH_RIGHT, outcome != VOID
    return right, scored


def _of_reference(side: Side) -> _Translated:
    table = np.arange(len(side.labels), dtype=np.uint16)
    if side.labels.void is not None and side.labels.void < len(table):
        table[side.labels.void] = _IGNORED
    return _Translated(side.prediction.labels, _whole(table, side.prediction.labels, _IGNORED))


def _of_lane(side: Side, space: LabelSet) -> _Translated:
    """One of the two that are compared; a reference may be one of them."""
    if side.is_reference:
        return _of_reference(side)
    class_map = side.class_map if side.class_map is not None else match_classes(side.labels, space).class_map
    table = class_map.table(len(space))
    return _Translated(side.prediction.labels, _whole(table, side.prediction.labels, len(space)))


def _whole(table: NDArray[np.uint16], labels: Labels, beyond: int) -> NDArray[np.uint16]:
    """The table, made to reach every value that the labels' dtype can hold."""
    whole = np.full(np.iinfo(labels.dtype).max + 1, beyond, np.uint16)
    reached = min(len(whole), len(table))
    whole[:reached] = table[:reached]
    return whole
