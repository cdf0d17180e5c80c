"""A road from the driver's seat: markings down to one pixel, vehicles far and near, poles and hairline wires."""

from itertools import pairwise

import numpy as np

from granview.zoo.labels import Label
from granview.zoo.scenes.optics import Optics, expose
from granview.zoo.scenes.paint import Canvas, develop
from granview.zoo.scenes.perspective import Perspective
from granview.zoo.scenes.roadside import paint_backdrop
from granview.zoo.scenes.scene import FloatArray, Scene
from granview.zoo.scenes.texture import fractal, illumination
from granview.zoo.scenes.vehicle import paint_vehicle

MOODS = ((1.0, 1.0, 1.0), (0.86, 0.9, 0.98), (1.02, 0.9, 0.76), (0.74, 0.73, 0.8))
"""Light of a clear day, an overcast day, a low sun and dusk: RGB factors."""
COLORS: dict[Label, tuple[int, int, int]] = {
    Label.SKY: (176, 202, 230),
    Label.ROADSIDE: (98, 116, 74),
    Label.ROAD: (104, 104, 108),
    Label.MARKING: (214, 212, 202),
    Label.VEHICLE: (200, 200, 200),
    Label.POLE: (52, 48, 46),
}
ROUGHNESS = {
    Label.SKY: 9.0,
    Label.ROADSIDE: 30.0,
    Label.ROAD: 10.0,
    Label.MARKING: 8.0,
    Label.VEHICLE: 5.0,
    Label.POLE: 3.0,
}
FAR = 28.0
LINE_HALF_WIDTH = 0.012


def _mark(canvas: Canvas, view: Perspective, near: float, far: float, across: float) -> None:
    """Paints one stretch of a line on the road; never thinner than one pixel."""
    tone = 0.0
    outline = view.strip(near, far, across - LINE_HALF_WIDTH, across + LINE_HALF_WIDTH)
    canvas.fill(Label.MARKING, outline, tone)
    depth = np.geomspace(near, far, 12)
    canvas.stroke(Label.MARKING, view.at(depth, np.full(12, across)), 1, tone=tone)


def _markings(rng: np.random.Generator, canvas: Canvas, view: Perspective) -> None:
    """Paints the edge lines and the dashes between two to four traffic lanes."""
    for side in (-0.93, 0.93):
        _mark(canvas, view, 0.9, FAR, side)
    dividers = np.linspace(-0.93, 0.93, int(rng.integers(3, 6)))[1:-1]
    start = float(rng.uniform(0.6, 1.4))
    for across in dividers:
        for near in np.arange(start, FAR * 0.7, 1.5):
            _mark(canvas, view, float(near), float(near) + 0.65, float(across))


def _wires(canvas: Canvas, tops: list[FloatArray]) -> None:
    """Hangs wires between the heads of neighbouring poles, two pixels wide when near, else one."""
    along = np.linspace(0, 1, 13, dtype=np.float32)[:, None]
    for near, far in pairwise(tops):
        sag = 0.16 * abs(float(near[0, 1] - far[0, 1])) + 3
        thickness = 2 if abs(float(near[0, 0] - far[0, 0])) > 0.3 * canvas.width else 1
        for start, end in zip(near, far, strict=True):
            path = start + (end - start) * along
            path[:, 1] += sag * 4 * along[:, 0] * (1 - along[:, 0])
            canvas.stroke(Label.POLE, path, thickness)


def _pole(canvas: Canvas, view: Perspective, depth: float, across: float) -> FloatArray:
    """Paints one pole with its cross-arm and returns the ends of the arm: (2, 2) float32 xy."""
    foot = view.at([depth], [across])[0]
    unit = view.half_width_at(depth)
    head = foot - (0, 0.95 * unit)
    arm = np.array([head - (0.12 * unit, 0), head + (0.12 * unit, 0)], np.float32)
    with canvas.thing(Label.POLE):
        canvas.stroke(Label.POLE, np.stack((foot, head - (0, 0.05 * unit))), max(round(0.028 * unit), 1))
        canvas.stroke(Label.POLE, arm, max(round(0.016 * unit), 1))
    return arm


def _pole_row(rng: np.random.Generator, canvas: Canvas, view: Perspective) -> None:
    """Paints a line of poles along one side of the road, with wires."""
    across = float(rng.choice((-1, 1)) * rng.uniform(1.15, 1.7))
    depths = np.arange(float(rng.uniform(1.0, 2.0)), 16.0, float(rng.uniform(1.6, 2.6)))
    tops = [_pole(canvas, view, float(depth), across) for depth in depths[::-1]][::-1]
    _wires(canvas, tops)


def _traffic(rng: np.random.Generator, canvas: Canvas, view: Perspective) -> None:
    """Paints vehicles from the farthest to the nearest, a few pixels to a third of the picture wide."""
    depths = np.sort(np.exp(rng.uniform(np.log(1.25), np.log(24.0), int(rng.integers(3, 9)))))[::-1]
    for depth in depths:
        across = float(rng.choice((-0.62, 0.0, 0.62)) + rng.normal(0, 0.06))
        with canvas.thing(Label.VEHICLE):
            paint_vehicle(rng, canvas, view, float(depth), across)


def make_road(rng: np.random.Generator, height: int, width: int) -> Scene:
    """Paints a road scene: image (height, width, 3), labels and owners (height, width)."""
    view = Perspective.sample(rng, height, width)
    canvas = Canvas(height, width)
    paint_backdrop(rng, canvas, view.horizon_px)
    canvas.fill(Label.ROAD, view.strip(0.85, 60.0, -1.06, 1.06))
    _markings(rng, canvas, view)
    for _ in range(rng.integers(1, 3)):
        _pole_row(rng, canvas, view)
    _traffic(rng, canvas, view)
    mood = np.array(MOODS[rng.integers(len(MOODS))]) * rng.uniform(0.9, 1.05)
    colors = {label: np.array(color) * mood for label, color in COLORS.items()}
    colors[Label.ROADSIDE] = colors[Label.ROADSIDE] * rng.uniform(0.8, 1.15) * rng.uniform(0.93, 1.07, 3)
    texture = fractal(rng, height, width, 40, octaves=6, persistence=0.8)
    radiance = develop(canvas, colors, ROUGHNESS, texture)
    light = illumination(rng, height, width, float(rng.uniform(0.03, 0.18)))
    return canvas.scene(expose(rng, radiance, light, Optics.sample(rng)))
