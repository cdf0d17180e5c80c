"""What stands behind a road: sky, hills, trees and buildings."""

import numpy as np

from granview.zoo.labels import Label
from granview.zoo.scenes.paint import Canvas
from granview.zoo.scenes.shapes import blob, box


def _sky(canvas: Canvas, horizon_px: float) -> None:
    """Paints a sky that brightens towards the horizon, and bare ground below it."""
    horizon = int(horizon_px)
    canvas.labels[:horizon], canvas.labels[horizon:] = Label.SKY, Label.ROADSIDE
    height = np.linspace(1, 0, horizon, dtype=np.float32)[:, None, None]
    canvas.tone[:horizon] = height * np.array((-0.32, -0.2, -0.06), np.float32) + 0.08


def _hills(rng: np.random.Generator, canvas: Canvas, horizon_px: float) -> None:
    """Paints a far ridge, pale with distance."""
    columns = np.linspace(0, canvas.width, 24)
    phase = rng.uniform(0, 6, 3)
    ridge = sum(np.sin(columns / canvas.width * (4 + 5 * k) + phase[k]) / (k + 1) for k in range(3))
    rows = horizon_px - canvas.height * (0.03 + 0.02 * (ridge + 1.5))
    outline = np.vstack((np.stack((columns, rows), 1), [(canvas.width, horizon_px + 2), (0, horizon_px + 2)]))
    canvas.fill(Label.ROADSIDE, outline.astype(np.float32), (0.1, 0.12, 0.4))


def _building(rng: np.random.Generator, canvas: Canvas, horizon_px: float) -> None:
    """Paints one block with rows of windows."""
    width, height = canvas.width * rng.uniform(0.06, 0.2), canvas.height * rng.uniform(0.08, 0.24)
    left, top = float(rng.uniform(-0.1, 1.0)) * canvas.width, horizon_px - height
    grey, warmth = float(rng.uniform(0.9, 1.6)), float(rng.uniform(-0.05, 0.2))
    wall = ((1.18 + warmth) * grey - 1, grey - 1, (1.5 - warmth) * grey - 1)
    canvas.fill(Label.ROADSIDE, box(left, top, left + width, horizon_px + 3), wall)
    pitch, glass = canvas.width * 0.022, (wall[0] - 0.45, wall[1] - 0.45, wall[2] - 0.45)
    for column in np.arange(left + pitch * 0.5, left + width - pitch * 0.6, pitch):
        for row in np.arange(top + pitch * 0.6, horizon_px - pitch * 0.5, pitch * 1.1):
            window = box(float(column), float(row), float(column + pitch * 0.5), float(row + pitch * 0.6))
            canvas.fill(Label.ROADSIDE, window, glass)


def _trees(rng: np.random.Generator, canvas: Canvas, horizon_px: float) -> None:
    """Paints clumps of foliage along the horizon."""
    for _ in range(rng.integers(6, 22)):
        radius = canvas.height * float(np.exp(rng.uniform(np.log(0.012), np.log(0.075))))
        x, y = float(rng.uniform(0, canvas.width)), horizon_px - radius * float(rng.uniform(0.1, 0.8))
        shade = float(rng.uniform(-0.3, 0.05))
        canvas.fill(Label.ROADSIDE, blob(rng, x, y, radius, 0.16, 1.2), (shade - 0.08, shade, shade - 0.1))


def paint_backdrop(rng: np.random.Generator, canvas: Canvas, horizon_px: float) -> None:
    """Paints everything but the road and what stands on or beside it."""
    _sky(canvas, horizon_px)
    _hills(rng, canvas, horizon_px)
    for _ in range(rng.integers(0, 7)):
        _building(rng, canvas, horizon_px)
    _trees(rng, canvas, horizon_px)
