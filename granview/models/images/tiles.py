"""Tiles: a picture in parts that overlap, so that a network's memory depends on the part alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from granview.core.errors import ArgumentError


@dataclass(frozen=True)
class Span:
    """A tile along one side of a picture, in px.

    Attributes:
        start: Its first px.
        stop: The px after its last one.
        kept_from: The first px whose result is kept: what lies before is the outer half of an overlap.
        kept_to: The px after the last one whose result is kept.
    """

    start: int
    stop: int
    kept_from: int
    kept_to: int

    @property
    def length(self) -> int:
        """How long it is in px."""
        return self.stop - self.start


@dataclass(frozen=True)
class Tile:
    """One part of a picture.

    Attributes:
        rows: Where it lies from top to bottom.
        columns: Where it lies from left to right.
    """

    rows: Span
    columns: Span


@dataclass(frozen=True)
class Tiling:
    """How pictures are parted.

    Attributes:
        tile_px: Side of a tile; 0 for no parting.
        overlap_px: The least overlap of neighbours.
        multiple_px: Tiles begin at multiples of it, as windows of attention do, and what is halved again and again.
        one_size: Whether all tiles are as large as wanted, so that neither kernels nor compiled code change: then the
            last ones begin where they must. Else every tile begins at a multiple and overlaps by no more than is
            wanted, and the last ones are smaller.
    """

    tile_px: int = 0
    overlap_px: int = 0
    multiple_px: int = 1
    one_size: bool = True

    def __post_init__(self) -> None:
        if self.tile_px and self.tile_px - self.overlap_px < self.multiple_px:
            raise ArgumentError(
                f"Tiles of {self.tile_px} px cannot overlap by {self.overlap_px} px.",
                "Choose a larger tile_px, or a smaller overlap_px.",
            )

    def tiles(self, height: int, width: int) -> Iterator[Tile]:
        """The tiles of a picture, row by row; what is kept of them covers each px once."""
        columns = self.spans(width)
        for rows in self.spans(height):
            yield from (Tile(rows, each) for each in columns)

    def seams(self, length: int) -> tuple[int, ...]:
        """Where along a side what is kept of one tile ends and of the next begins, in px."""
        return tuple(span.kept_to for span in self.spans(length)[:-1])

    def spans(self, length: int) -> list[Span]:
        """The tiles along a side of so many px."""
        if not self.tile_px or length <= self.tile_px:
            return [Span(0, length, 0, length)]
        starts, ends = self._of_one_size(length) if self.one_size else self._at_multiples(length)
        cuts = [0, *((end + start) // 2 for end, start in zip(ends, starts[1:], strict=False)), length]
        return [Span(*each) for each in zip(starts, ends, cuts, cuts[1:], strict=False)]

    @property
    def _longest_step(self) -> int:
        return (self.tile_px - self.overlap_px) // self.multiple_px * self.multiple_px

    def _of_one_size(self, length: int) -> tuple[list[int], list[int]]:
        """Spread evenly, each but the last at a multiple; overlaps are at least as wanted."""
        last = length - self.tile_px
        n = -(-last // self._longest_step) + 1
        even = (last * place / (n - 1) for place in range(n - 1))
        starts = [int(start) // self.multiple_px * self.multiple_px for start in even] + [last]
        return starts, [start + self.tile_px for start in starts]

    def _at_multiples(self, length: int) -> tuple[list[int], list[int]]:
        """As few as can be, of about one length; overlaps are as wanted."""
        n = -(-(length - self.overlap_px) // self._longest_step)
        even = -(-(length - self.overlap_px) // n)
        step = -(-even // self.multiple_px) * self.multiple_px
        starts = list(range(0, length - self.overlap_px, step))
        return starts, [min(start + step + self.overlap_px, length) for start in starts]


def fade(before: Span, after: Span, most_px: int) -> tuple[int, int]:
    """Where one tile fades into the next: the middle half of their overlap, or less, around the cut.

    Outside of it the nearer one's values count alone, so that what the edge of a tile does to them is thrown away: a
    network that looks no farther than a quarter of the overlap gives both tiles the same values within it.

    Args:
        before: A tile along a side.
        after: The next.
        most_px: No longer than this.

    Returns:
        Its first px, and the px after its last one.
    """
    half = min((before.stop - after.start) // 4, most_px // 2)
    return before.kept_to - half, before.kept_to + half
