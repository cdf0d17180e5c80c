"""What stands below the buckets of the plot: as much as there is room for, and no number cut to another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from granview.gui.widgets.number_format import count_in_short

_GAP_PX: Final = 6
_LETTERS: Final = 7
"""So many letters of a name are shown at least; else it has the room of its neighbour too, which has no label."""


@dataclass(frozen=True)
class BucketNames:
    """What can be said of the buckets in view.

    Attributes:
        titles: In full.
        short_titles: Where there is little room.
        n_units: Things in each.
        n_samples: Samples in which they are.
        are_names: Whether titles are names, which may be shortened; numbers may not.
    """

    titles: Sequence[str] = ()
    short_titles: Sequence[str] = ()
    n_units: Sequence[int] = ()
    n_samples: Sequence[int] = ()
    are_names: bool = False

    def taken(self, places: Sequence[int]) -> "BucketNames":
        """Those at some places alone."""
        return BucketNames(
            [self.titles[place] for place in places],
            [self.short_titles[place] for place in places],
            [self.n_units[place] for place in places],
            [self.n_samples[place] for place in places],
            self.are_names,
        )


def bucket_labels(names: BucketNames, bucket_px: float, metrics: QFontMetrics) -> list[tuple[int, str]]:
    """Places of buckets with the two lines below each: every bucket's, or those of every second, third, …

    Args:
        names: What can be said.
        bucket_px: Width of a bucket.
        metrics: Of the letters.
    """
    n = len(names.titles)
    for stride in range(1, n + 1):
        part, room = names.taken(range(0, n, stride)), int(stride * bucket_px) - _GAP_PX
        if stride == n or all(_least_px(title, names.are_names, metrics) <= room for title in part.short_titles):
            return list(zip(range(0, n, stride), _lines(part, room, metrics), strict=True))
    return []


def _least_px(title: str, is_name: bool, metrics: QFontMetrics) -> int:
    width = metrics.horizontalAdvance(title)
    return min(width, metrics.averageCharWidth() * _LETTERS) if is_name else width


def _lines(part: BucketNames, room: int, metrics: QFontMetrics) -> list[str]:
    fits = all(metrics.horizontalAdvance(title) <= room for title in part.titles)
    titles = part.titles if fits else part.short_titles
    elide = Qt.TextElideMode.ElideMiddle
    shown = [metrics.elidedText(title, elide, room) if part.are_names else title for title in titles]
    return [f"{title}\n{count}" for title, count in zip(shown, _counts(part, room, metrics), strict=True)]


def _counts(part: BucketNames, room: int, metrics: QFontMetrics) -> list[str]:
    """Things and samples, or things alone, or these in short; nothing where not even that has room."""
    ways = (
        [f"{n:,} / {of:,}" for n, of in zip(part.n_units, part.n_samples, strict=True)],
        [f"{n:,}" for n in part.n_units],
        [count_in_short(n) for n in part.n_units],
    )
    fitting = (way for way in ways if all(metrics.horizontalAdvance(count) <= room for count in way))
    return next(fitting, [""] * len(part.titles))
