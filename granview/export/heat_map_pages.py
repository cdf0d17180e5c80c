"""Heat maps over their picture, on one scale where lanes compare."""

from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

import granview
from granview.core.colormap import HEAT, SIGNED, colormap_indices
from granview.core.explanation import Explanation, HeatMaps
from granview.export.explanation_groups import ExplanationGroup
from granview.export.layout import lay_out
from granview.export.page_content import PageColumn, PageContent
from granview.export.png import write_png
from granview.io.atomic_write import atomic_write
from granview.io.image_reader import read_image
from granview.scoring.explanation_measures import on_grid
from granview.store.rows import ExplanationRow

OPACITY: Final = 0.7
"""Of a heat map over its picture, 0 to 1."""


def write_heat_map(path: Path, group: ExplanationGroup, row: ExplanationRow) -> None:
    """Write an answer over its picture, at the picture's size, on the scale that its lane has.

    Raises:
        InputError: the picture cannot be read.
        GranViewError: the file cannot be written.
    """
    from PIL import Image

    pixels = read_image(Path(group.sample.path), image_range=group.image_range).pixels
    with atomic_write(path) as file:
        Image.fromarray(heated(pixels, row.explanation, group.top_of(row))).save(file, format="PNG")


def write_heat_map_page(path: Path, group: ExplanationGroup) -> None:
    """Write the answers of all lanes side by side with their numbers, on one scale where they compare.

    Raises:
        InputError: the picture cannot be read.
        GranViewError: the file cannot be written.
    """
    pixels = read_image(Path(group.sample.path), image_range=group.image_range).pixels
    height, width = pixels.shape[:2]
    panels = [PageColumn("Image", (), lambda: pixels)]
    for row in group.rows:
        drawn = partial(heated, pixels, row.explanation, group.top_of(row))
        panels.append(PageColumn(row.lane, group.details(row), drawn))
    content = PageContent(
        group.sample.name,
        group.subtitle,
        width,
        height,
        tuple(panels),
        (),
        f"GranView {granview.__version__} · {group.scale_note} · colours: viridis",
    )
    with atomic_write(path) as file:
        write_png(lay_out(content), file)


def heated(pixels: NDArray[np.uint8], explanation: Explanation, top: float) -> NDArray[np.uint8]:
    """A picture under a heat map, (H, W, 3) uint8; where the map does not reach, the picture as it is."""
    weights = explanation.weights
    assert isinstance(weights, HeatMaps)
    x0, y0, x1, y1 = (round(edge) for edge in weights.box_xyxy_px)
    grid = on_grid(weights.values, (max(y1 - y0, 1), max(x1 - x0, 1)))
    height, width = pixels.shape[:2]
    shown = grid[max(0, -y0) : height - y0, max(0, -x0) : width - x0]
    signed = bool((weights.values < 0).any())
    heat = (SIGNED if signed else HEAT)[colormap_indices(shown, top, signed)]
    out = pixels.copy()
    rows, columns = slice(max(0, y0), max(0, y0) + shown.shape[0]), slice(max(0, x0), max(0, x0) + shown.shape[1])
    out[rows, columns] = np.round((1 - OPACITY) * out[rows, columns] + OPACITY * heat).astype(np.uint8)
    return out
