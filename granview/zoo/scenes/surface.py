"""A metal or cast surface under inspection: bored holes, hairline cracks, scratches, pits from one pixel."""

import cv2
import numpy as np
from numpy.typing import ArrayLike

from granview.zoo.labels import Label
from granview.zoo.scenes.optics import Optics, expose
from granview.zoo.scenes.paint import Canvas, develop
from granview.zoo.scenes.scene import FloatArray, LabelArray, Scene
from granview.zoo.scenes.shapes import arc, blob, wander
from granview.zoo.scenes.texture import brushed, fractal, illumination

TINTS = ((172, 174, 178), (186, 178, 160), (148, 156, 164), (164, 158, 154), (150, 160, 150))
ROUGHNESS = {Label.PLATE: 13.0, Label.BACKGROUND: 4.0, Label.PIT: 6.0, Label.CRACK: 4.0}
CRACK_MAX_PX, SCRATCH_MAX_PX = 320, 260
RUST = np.array((0.62, 0.35, 0.2))
"""Colour of a corroded pit relative to the bare surface."""


def _somewhere(rng: np.random.Generator, canvas: Canvas) -> tuple[float, float]:
    """A uniformly drawn xy position on the canvas."""
    return float(rng.uniform(0, canvas.width)), float(rng.uniform(0, canvas.height))


def _many(rng: np.random.Generator, canvas: Canvas, per_area_px: float) -> int:
    """A Poisson count with a mean of one per `per_area_px` pixels, and at least one."""
    return int(max(rng.poisson(canvas.height * canvas.width / per_area_px), 1))


def _bores(rng: np.random.Generator, canvas: Canvas) -> None:
    """Bores round holes, from 10 pixels to a third of the picture, and sometimes cuts the plate's edge."""
    largest = 0.17 * min(canvas.height, canvas.width)
    for _ in range(rng.integers(1, 5)):
        x, y = _somewhere(rng, canvas)
        radius = float(np.exp(rng.uniform(np.log(5), np.log(largest))))
        canvas.fill(Label.BACKGROUND, blob(rng, x, y, radius, 0.002), float(rng.uniform(-0.3, 0.3)))
    if rng.random() < 0.35:
        x, y = _somewhere(rng, canvas)
        reach = 2.0 * max(canvas.height, canvas.width)
        side = rng.choice((-1, 1))
        canvas.fill(Label.BACKGROUND, blob(rng, x + side * (reach + canvas.width * 0.38), y, reach, 0.001), 0.0)


def _scratch(rng: np.random.Generator, canvas: Canvas) -> None:
    """Draws one bright, nearly straight line, one or two pixels wide."""
    x, y = _somewhere(rng, canvas)
    length = float(np.exp(rng.uniform(np.log(15), np.log(SCRATCH_MAX_PX))))
    path = arc(x, y, float(rng.uniform(0, 2 * np.pi)), length, float(rng.normal(0, 0.25)))
    canvas.stroke(Label.SCRATCH, path, int(rng.choice((1, 2), p=(0.65, 0.35))), tone=float(rng.uniform(-0.08, 0.04)))


def _crack(rng: np.random.Generator, canvas: Canvas) -> None:
    """Draws one dark, jagged, branching line, one to three pixels wide and thinner in its branches."""
    x, y = _somewhere(rng, canvas)
    heading = float(rng.uniform(0, 2 * np.pi))
    length = float(np.exp(rng.uniform(np.log(30), np.log(CRACK_MAX_PX))))
    thickness = int(rng.choice((1, 2, 3), p=(0.45, 0.35, 0.2)))
    tone = float(rng.uniform(-0.3, 0.3))
    trunk = wander(rng, x, y, heading, length)
    for _ in range(rng.poisson(length / 90)):
        fork = trunk[rng.integers(len(trunk))]
        away = heading + float(rng.choice((-1, 1)) * rng.uniform(0.4, 1.1))
        branch = wander(rng, float(fork[0]), float(fork[1]), away, length * float(rng.uniform(0.15, 0.5)))
        canvas.stroke(Label.CRACK, branch, max(thickness - 1, 1), tone=tone)
    canvas.stroke(Label.CRACK, trunk, thickness, tone=tone)


def _pits(rng: np.random.Generator, canvas: Canvas) -> None:
    """Etches rusty pits: many of 1 to 5 pixels, gathered in clusters, and a few up to 40 pixels."""
    for _ in range(_many(rng, canvas, 30000)):
        x, y = _somewhere(rng, canvas)
        spread = float(rng.uniform(10, 50))
        for dx, dy in rng.normal(0, spread, (int(rng.integers(4, 16)), 2)):
            column, row = np.clip(x + dx, 0, canvas.width - 1), np.clip(y + dy, 0, canvas.height - 1)
            diameter = int(rng.choice((1, 2, 3, 5), p=(0.2, 0.35, 0.3, 0.15)))
            with canvas.thing(Label.PIT):
                canvas.dot(Label.PIT, float(column), float(row), diameter, float(rng.uniform(-0.15, 0.15)))
    for _ in range(_many(rng, canvas, 45000)):
        x, y = _somewhere(rng, canvas)
        radius = float(np.exp(rng.uniform(np.log(3), np.log(20))))
        with canvas.thing(Label.PIT):
            canvas.fill(Label.PIT, blob(rng, x, y, radius, 0.12, 1.3), float(rng.uniform(-0.15, 0.15)))


def _relief(labels: LabelArray) -> FloatArray:
    """Light from the upper left on the rims of holes and pits: (H, W) float32, about -1..1."""
    solid = ((labels == Label.PLATE) | (labels == Label.SCRATCH)).astype(np.float32)
    soft = cv2.GaussianBlur(solid, (0, 0), 1.6)
    slope: FloatArray = cv2.filter2D(soft, -1, np.array([[-1, 0, 0], [0, 0, 0], [0, 0, 1]], np.float32))
    relief: FloatArray = slope * solid
    return relief


def _stain(rng: np.random.Generator, height: int, width: int) -> FloatArray:
    """Oil and rust, labelled nowhere: (height, width, 3) float32 colour factors at most 1."""
    depth = np.clip(fractal(rng, height, width, 110, octaves=5) - 0.25, 0, 0.8)
    hue = np.array((0.12, 0.3, 0.5), np.float32) * np.float32(rng.uniform(0.1, 0.7))
    factors: FloatArray = 1 - depth[..., None] * hue
    return factors


def make_surface(rng: np.random.Generator, height: int, width: int) -> Scene:
    """Paints a worn plate: image (height, width, 3), labels and owners (height, width)."""
    canvas = Canvas(height, width)
    canvas.labels[:] = Label.PLATE
    for _ in range(_many(rng, canvas, 26000)):
        with canvas.thing(Label.SCRATCH):
            _scratch(rng, canvas)
    _pits(rng, canvas)
    for _ in range(_many(rng, canvas, 50000)):
        with canvas.thing(Label.CRACK):
            _crack(rng, canvas)
    _bores(rng, canvas)
    tint = np.array(TINTS[rng.integers(len(TINTS))]) * rng.uniform(0.85, 1.1)
    dark = tint * rng.uniform(0.2, 0.34)
    colors: dict[Label, ArrayLike] = {
        Label.PLATE: tint,
        Label.BACKGROUND: (24, 24, 28),
        Label.CRACK: dark,
        Label.PIT: tint * RUST,
    }
    colors[Label.SCRATCH] = np.minimum(tint * 1.5, 252)
    grain = brushed(rng, height, width, 40) if rng.random() < 0.6 else fractal(rng, height, width, 10, 3, 1.0)
    radiance = develop(canvas, colors, ROUGHNESS, grain) * _stain(rng, height, width)
    radiance += 34 * _relief(canvas.labels)[..., None]
    light = illumination(rng, height, width, float(rng.uniform(0.08, 0.28)))
    return canvas.scene(expose(rng, radiance, light, Optics.sample(rng)))
