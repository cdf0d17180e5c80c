"""Pictures in tiles: the parameters that tasks of pictures share, how ``--tile`` writes them, what is the default."""

import re
from collections.abc import Iterable
from typing import Final

from granview.core.errors import ArgumentError
from granview.core.task_param import TaskParam
from granview.core.task_trait import traits_of

MOST_WHOLE_PX: Final = 16_000_000
"""A picture of more px than this is run in tiles by itself, where nothing makes it smaller for the network first."""

TILE_PX: Final = 2048
"""Side of the tiles in which that is done, at most."""

LARGEST_TILE_PX: Final = 65_535
"""The side of a tile that holds any picture: nothing is run in tiles."""

OVERLAP_PX: Final = 96
"""How far tiles overlap unless something else is chosen."""

TILES: Final = (
    TaskParam(
        "tile_px",
        "Tile",
        0,
        "Longest side of the parts in which a picture is run, so that memory is bounded by the part; 0 runs pictures "
        f"of more than {MOST_WHOLE_PX // 10**6} megapixels in tiles of {TILE_PX} px unless the model's image processor "
        f"makes them smaller, and others whole; {LARGEST_TILE_PX} runs every picture whole",
        0,
        LARGEST_TILE_PX,
        "px",
    ),
    TaskParam(
        "overlap_px",
        "Overlap of tiles",
        OVERLAP_PX,
        "How far neighbouring tiles overlap; the outer quarters of an overlap are thrown away, and within its middle "
        "half one tile fades into the next",
        0,
        4096,
        "px",
    ),
    TaskParam(
        "native_scale",
        "Tiles at native scale",
        False,
        "Whether a model whose image processor makes a picture smaller is given it in tiles of its own input size "
        "instead, so that it sees every px",
    ),
)
"""Of tasks whose tiles are blended."""

_WRITTEN: Final = re.compile(r"(?P<tile>whole|native|\d+)(?:,overlap=(?P<overlap>\d+))?")


def parse_tile(text: str) -> dict[str, int | bool]:
    """What ``--tile`` says, as parameters by name: ``PX[,overlap=PX]``, ``native[,overlap=PX]`` or ``whole``.

    Raises:
        ArgumentError: it says something else.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ArgumentError(
            f"'{text}' is no tile.", "Write PX, PX,overlap=PX, native or whole, such as 1024,overlap=64."
        )
    words: dict[str, dict[str, int | bool]] = {"whole": {"tile_px": LARGEST_TILE_PX}, "native": {"native_scale": True}}
    tile = match["tile"]
    chosen = dict(words[tile] if tile in words else {"tile_px": int(tile)})
    return chosen if match["overlap"] is None else {**chosen, "overlap_px": int(match["overlap"])}


def tile_choice(tile: "int | str | None", tasks: Iterable[str]) -> dict[str, int | bool]:
    """What was said of tiles, as parameters by name for ``chosen_params``.

    Args:
        tile: As ``--tile`` has it, or the side of a tile; None where nothing was said.
        tasks: The lanes' tasks, each of which must be one that can be run in tiles.

    Raises:
        ArgumentError: it says nothing that can be done, or a task is none of pictures or needs them whole.
    """
    if tile is None:
        return {}
    chosen = parse_tile(str(tile))
    for task in dict.fromkeys(tasks):
        _check(task, chosen)
    return chosen


def _check(task: str, chosen: Iterable[str]) -> None:
    traits = traits_of(task)
    if traits.param("tile_px") is None:
        why = traits.why_whole or "It has no pictures that could be parted"
        raise ArgumentError(f"{task} is not run in tiles. {why}.", "Leave --tile out, or the lane.")
    if any(traits.param(name) is None for name in chosen):
        raise ArgumentError(f"Every model for {task} sees all px of a picture.", "Write --tile PX instead of native.")
