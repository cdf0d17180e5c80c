"""In which tiles a picture is run, if in any."""

from dataclasses import dataclass
from typing import Any, Final

import msgspec

from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.core.tile_params import LARGEST_TILE_PX, MOST_WHOLE_PX, TILE_PX
from granview.models.adapter import Size
from granview.models.images.image_processor import Resizing
from granview.models.images.tiles import Span, Tiling

MULTIPLE_PX: Final = 32
"""Tiles begin at its multiples, so that networks that halve a picture up to five times see the same px together."""


@dataclass(frozen=True)
class TilePlan:
    """The tiles of a picture.

    Attributes:
        size: (height, width) of the picture in px.
        rows: From top to bottom.
        columns: From left to right.
        overlap_px: How far neighbours overlap at least.
    """

    size: Size
    rows: tuple[Span, ...]
    columns: tuple[Span, ...]
    overlap_px: int

    @property
    def n(self) -> int:
        """How many tiles there are."""
        return len(self.rows) * len(self.columns)

    @property
    def largest(self) -> Size:
        """(height, width) of the largest tile in px."""
        return max(span.length for span in self.rows), max(span.length for span in self.columns)


def tile_plan(size: Size, task: str, params: RunParams, resizing: Resizing) -> TilePlan:
    """The tiles in which a picture is run; one where it is run whole.

    Args:
        size: (height, width) of the picture in px.
        task: The lane's task.
        params: What was chosen for the run.
        resizing: What the model's image processor does to a picture's size.
    """
    own = task_params(task, params)
    sides = _sides(size, own, resizing)
    if sides is None:
        return TilePlan(size, (_whole(size[0]),), (_whole(size[1]),), 0)
    overlap_px = min(own["overlap_px"], min(sides) // 4)
    multiple_px = 1 if resizing.is_done else MULTIPLE_PX
    rows, columns = (
        tuple(Tiling(max(side, 2 * multiple_px), overlap_px, multiple_px, resizing.is_done).spans(length))
        for side, length in zip(sides, size, strict=True)
    )
    return TilePlan(size, rows, columns, overlap_px)


def _whole(length: int) -> Span:
    return Span(0, length, 0, length)


def with_tile(params: RunParams, task: str, tile_px: int) -> RunParams:
    """The same run in tiles of at most so many px, for a task that has them (see ``granview.core.tile_params``)."""
    of_task = {**params.of_task, task: {**params.of_task.get(task, {}), "tile_px": tile_px}}
    return msgspec.structs.replace(params, of_task=of_task)


def _sides(size: Size, own: dict[str, Any], resizing: Resizing) -> Size | None:
    """(height, width) of a tile; None where the picture is run whole."""
    if own["native_scale"] and resizing.is_done and resizing.native is not None:
        return resizing.native
    tile_px = own["tile_px"]
    if tile_px == 0 and not resizing.is_done and size[0] * size[1] > MOST_WHOLE_PX:
        tile_px = TILE_PX
    return None if tile_px in (0, LARGEST_TILE_PX) else (tile_px, tile_px)
