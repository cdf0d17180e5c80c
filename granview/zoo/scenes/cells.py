"""Cells under a microscope: bodies, nuclei, membranes one to three pixels wide, granules from one pixel."""

from collections.abc import Mapping

import cv2
import numpy as np

from granview.zoo.labels import Label
from granview.zoo.scenes.optics import Optics, expose
from granview.zoo.scenes.paint import Canvas, develop
from granview.zoo.scenes.scene import FloatArray, Scene
from granview.zoo.scenes.shapes import blob
from granview.zoo.scenes.texture import fractal, illumination

AREA_PER_CELL_PX = 7500
STAINS: tuple[Mapping[Label, tuple[int, int, int]], ...] = (
    {
        Label.BACKGROUND: (232, 224, 230),
        Label.CELL: (222, 164, 196),
        Label.NUCLEUS: (118, 76, 150),
        Label.MEMBRANE: (158, 76, 128),
        Label.GRANULE: (140, 42, 92),
    },
    {
        Label.BACKGROUND: (14, 18, 26),
        Label.CELL: (30, 98, 74),
        Label.NUCLEUS: (56, 84, 188),
        Label.MEMBRANE: (98, 190, 118),
        Label.GRANULE: (214, 166, 92),
    },
    {
        Label.BACKGROUND: (108, 172, 126),
        Label.CELL: (86, 148, 106),
        Label.NUCLEUS: (58, 108, 78),
        Label.MEMBRANE: (184, 236, 190),
        Label.GRANULE: (24, 54, 36),
    },
)
"""Brightfield with haematoxylin and eosin, fluorescence, phase contrast through a green filter."""
ROUGHNESS = {Label.BACKGROUND: 4.0, Label.CELL: 11.0, Label.NUCLEUS: 15.0, Label.MEMBRANE: 3.0, Label.GRANULE: 4.0}


def _granules(rng: np.random.Generator, canvas: Canvas, x: float, y: float, radius_px: float) -> None:
    """Scatters spots of 1 to 5 pixels over the cytoplasm of one cell."""
    count = rng.poisson(min(radius_px * rng.uniform(0.2, 0.9), 45))
    distances, angles = radius_px * np.sqrt(rng.uniform(0.1, 0.75, count)), rng.uniform(0, 2 * np.pi, count)
    diameters = rng.choice((1, 2, 3, 5), count, p=(0.25, 0.35, 0.25, 0.15))
    columns, rows = x + distances * np.cos(angles), y + distances * np.sin(angles)
    inside = (columns >= 0) & (rows >= 0) & (columns < canvas.width) & (rows < canvas.height)
    for column, row, diameter in zip(columns[inside], rows[inside], diameters[inside], strict=True):
        if canvas.labels[int(row), int(column)] != Label.CELL:
            continue
        canvas.dot(Label.GRANULE, column, row, int(diameter), float(rng.uniform(-0.12, 0.12)))


def _cell(rng: np.random.Generator, canvas: Canvas, x: float, y: float, radius_px: float) -> None:
    """Paints one cell over whatever is there."""
    tone = float(rng.uniform(-0.12, 0.12))
    elongation = float(rng.uniform(1.0, 1.7))
    outline = blob(rng, x, y, radius_px, 0.09, elongation)
    canvas.fill(Label.CELL, outline, tone)
    _granules(rng, canvas, x, y, radius_px * 0.85)
    offset = rng.normal(0, 0.12, 2) * radius_px
    nucleus = blob(rng, x + offset[0], y + offset[1], radius_px * rng.uniform(0.28, 0.5), 0.06, elongation**0.6)
    canvas.fill(Label.NUCLEUS, nucleus, float(rng.uniform(-0.15, 0.15)))
    widths = (1, 2) if radius_px < 25 else (1, 2, 3)
    canvas.stroke(Label.MEMBRANE, outline, int(rng.choice(widths)), closed=True, tone=float(rng.uniform(-0.1, 0.1)))


def _radii(rng: np.random.Generator, canvas: Canvas) -> FloatArray:
    """Radii of all cells in pixels, largest first: log-uniform, with one large cell at least."""
    largest = 0.24 * min(canvas.height, canvas.width)
    count = max(int(canvas.height * canvas.width / AREA_PER_CELL_PX * rng.uniform(0.6, 1.3)), 3)
    radii = np.exp(rng.uniform(np.log(6), np.log(largest * 0.75), count))
    radii[0] = largest * rng.uniform(0.85, 1.1)
    return np.sort(radii).astype(np.float32)[::-1]


def _haze(rng: np.random.Generator, height: int, width: int) -> FloatArray:
    """Out-of-focus bodies above and below the focal plane: (height, width) float32, 0..1, labelled nowhere."""
    small = Canvas(height // 8 + 1, width // 8 + 1)
    for _ in range(rng.integers(2, 7)):
        x, y = rng.uniform(0, small.width), rng.uniform(0, small.height)
        small.fill(Label.CELL, blob(rng, x, y, float(rng.uniform(2, 8))), 1.0)
    soft = cv2.GaussianBlur(small.tone[..., 0], (0, 0), 1.5)
    haze: FloatArray = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
    return haze


def make_cells(rng: np.random.Generator, height: int, width: int) -> Scene:
    """Paints a field of overlapping cells: image (height, width, 3), labels and owners (height, width)."""
    canvas = Canvas(height, width)
    for radius in _radii(rng, canvas):
        with canvas.thing(Label.CELL):
            _cell(rng, canvas, float(rng.uniform(0, width)), float(rng.uniform(0, height)), float(radius))
    stain = STAINS[rng.integers(len(STAINS))]
    colors = {label: np.clip(np.array(color) * rng.uniform(0.92, 1.08, 3), 0, 250) for label, color in stain.items()}
    texture = fractal(rng, height, width, 24, octaves=4, persistence=0.75)
    radiance = develop(canvas, colors, ROUGHNESS, texture)
    body = np.array(colors[Label.CELL] - colors[Label.BACKGROUND], np.float32)
    radiance += 0.22 * _haze(rng, height, width)[..., None] * body
    light = illumination(rng, height, width, float(rng.uniform(0.05, 0.2)))
    return canvas.scene(expose(rng, radiance, light, Optics.sample(rng)))
