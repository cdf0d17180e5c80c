"""Cars, vans and lorries seen from behind or in front."""

import numpy as np

from granview.zoo.labels import Label
from granview.zoo.scenes.paint import Canvas, Tone
from granview.zoo.scenes.perspective import Perspective
from granview.zoo.scenes.scene import FloatArray
from granview.zoo.scenes.shapes import box

PAINTS: tuple[Tone, ...] = (
    (0.15, 0.15, 0.15),
    (-0.1, -0.1, -0.08),
    (-0.8, -0.8, -0.78),
    (-0.15, -0.75, -0.75),
    (-0.75, -0.55, -0.1),
    (-0.5, -0.48, -0.42),
    (0.1, -0.12, -0.7),
)
GLASS: Tone = (-0.72, -0.66, -0.6)
RUBBER: Tone = (-0.9, -0.9, -0.9)
TAIL_LIGHT: Tone = (0.1, -0.8, -0.8)
HEAD_LIGHT: Tone = (0.25, 0.22, 0.05)
DETAIL_MIN_PX = 10


def _cabin(x: float, y: float, width: float, height: float, inset: float) -> FloatArray:
    """Trapezoid on (x, y), its middle-bottom, narrower at the top: (4, 2) float32 xy."""
    half, top = width / 2, width / 2 * (1 - inset)
    return np.array([[x - half, y], [x - top, y - height], [x + top, y - height], [x + half, y]], np.float32)


def _details(rng: np.random.Generator, canvas: Canvas, x: float, y: float, width: float, body: float) -> None:
    """Adds window, lights, bumper and number plate to a body of `body` pixels height."""
    canvas.fill(Label.VEHICLE, _cabin(x, y - body * 0.95, width * 0.74, width * 0.26, 0.16), GLASS)
    light = TAIL_LIGHT if rng.random() < 0.6 else HEAD_LIGHT
    for side in (-1, 1):
        edge = x + side * width * 0.4
        canvas.fill(
            Label.VEHICLE, box(edge - width * 0.07, y - body * 0.8, edge + width * 0.07, y - body * 0.58), light
        )
    canvas.fill(Label.VEHICLE, box(x - width * 0.48, y - body * 0.34, x + width * 0.48, y - body * 0.24), GLASS)
    canvas.fill(Label.VEHICLE, box(x - width * 0.1, y - body * 0.56, x + width * 0.1, y - body * 0.42), 0.2)


def _shadow(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Darkens what lies under the vehicle without changing its class."""
    top, bottom = int(max(y - 0.03 * width, 0)), int(y + 0.06 * width) + 1
    left, right = int(max(x - 0.56 * width, 0)), int(max(x + 0.56 * width, 0))
    canvas.tone[top:bottom, left:right] = -0.38


def paint_vehicle(rng: np.random.Generator, canvas: Canvas, view: Perspective, depth: float, across: float) -> None:
    """Paints one vehicle standing on the road at a depth."""
    x, y = (float(value) for value in view.at([depth], [across])[0])
    width = max(view.half_width_at(depth) * float(rng.uniform(0.42, 0.52)), 3.0)
    body, tall = width * float(rng.uniform(0.46, 0.6)), rng.random() < 0.25
    paint = PAINTS[rng.integers(len(PAINTS))]
    _shadow(canvas, x, y, width)
    for side in (-1, 1):
        wheel = x + side * width * 0.38
        canvas.fill(Label.VEHICLE, box(wheel - width * 0.09, y - body * 0.3, wheel + width * 0.09, y), RUBBER)
    floor = y - body * 0.12
    canvas.fill(Label.VEHICLE, _cabin(x, floor, width, body, 0.04), paint)
    cabin_height = width * (0.75 if tall else 0.34)
    canvas.fill(
        Label.VEHICLE,
        _cabin(x, floor - body, width * (1.0 if tall else 0.86), cabin_height, 0.03 if tall else 0.2),
        paint,
    )
    if width >= DETAIL_MIN_PX:
        _details(rng, canvas, x, floor, width, body)
