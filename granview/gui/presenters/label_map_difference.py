"""Where two lanes differ and which of them is right, ready to be painted; computed off the window's thread."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.class_matching import match_classes
from granview.core.labels import LabelSet
from granview.gui.paint.compaction import Compaction, compact
from granview.gui.paint.lookup import Labels, blocks
from granview.gui.paint.pyramid import pyramid
from granview.gui.presenters.picture_content import PictureContent
from granview.scoring.mask_difference import BOTH_RIGHT, VOID, difference_map

_IGNORED = 65_535


@dataclass(frozen=True)
class LabelMapDifference:
    """A difference map and how much of the picture each of its values takes.

    Attributes:
        compaction: The map; equal and unscored pixels are nothing.
        levels: Its pyramid.
        has_reference: Whether a reference told who is right.
    """

    compaction: Compaction
    levels: list[NDArray[np.uint8]]
    has_reference: bool

    def share(self, value: int) -> float | None:
        """Part of the scored pixels that hold this value of ``scoring.difference``, 0 to 1; None when none is."""
        counts = self.compaction.counts
        scored = sum(counts.values()) - counts.get(VOID, 0)
        return counts.get(value, 0) / scored if scored else None


@dataclass(frozen=True)
class Side:
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


def label_map_difference(left: Side, right: Side, reference: Side | None) -> LabelMapDifference:
    """Compare two sides of equal size, in blocks of rows."""
    found = np.empty(left.labels.shape, np.uint8)
    for rows in blocks(found.shape):
        truth = None if reference is None else reference.rows(rows)
        found[rows] = difference_map(left.rows(rows), right.rows(rows), truth, _IGNORED)
    compaction = compact(found, nothing=(BOTH_RIGHT, VOID))
    return LabelMapDifference(compaction, pyramid(compaction.indices), reference is not None)


def sides(
    left: PictureContent, right: PictureContent, reference: PictureContent | None
) -> tuple[Side, Side, Side | None] | None:
    """Both contents, and the reference where there is one, in one label space; None while a map is missing.

    The space is the reference's, or without one the left lane's.
    """
    truth = _as_truth(reference) if reference else None
    space = reference.labels if reference and truth else left.labels
    if space is None:
        return None
    both = [_as_side(content, space) for content in (left, right)]
    if both[0] is None or both[1] is None:
        return None
    return both[0], both[1], truth


def _as_truth(content: PictureContent) -> Side | None:
    if content.label_map is None or content.labels is None:
        return None
    table = np.arange(len(content.labels), dtype=np.uint16)
    if content.labels.void is not None and content.labels.void < len(table):
        table[content.labels.void] = _IGNORED
    return Side(content.label_map.labels, _whole(table, content.label_map.labels, _IGNORED))


def _as_side(content: PictureContent, space: LabelSet) -> Side | None:
    if content.label_map is None or content.labels is None:
        return None
    if content.is_reference:
        return _as_truth(content)
    class_map = content.class_map if content.class_map is not None else match_classes(content.labels, space).class_map
    table = class_map.table(len(space))
    return Side(content.label_map.labels, _whole(table, content.label_map.labels, len(space)))


def _whole(table: NDArray[np.uint16], labels: Labels, beyond: int) -> NDArray[np.uint16]:
    """The table, made to reach every value that the labels' dtype can hold."""
    whole = np.full(np.iinfo(labels.dtype).max + 1, beyond, np.uint16)
    reached = min(len(whole), len(table))
    whole[:reached] = table[:reached]
    return whole
