"""What something hard leaves that was drawn over the surface: one fine line, a bundle of them, a deep groove."""

import numpy as np

from granview.zoo.defects.mark import Ink, Mark, flat, grey, log_uniform, near_centre, soft
from granview.zoo.scenes.scene import FloatArray
from granview.zoo.scenes.shapes import arc


def _shine(rng: np.random.Generator) -> FloatArray:
    """Bright where the metal is laid bare, dark where dirt has gathered."""
    return grey(float(rng.uniform(1.25, 1.6) if rng.random() < 0.6 else rng.uniform(0.35, 0.65)))


def _stroke(rng: np.random.Generator, x: float, y: float, heading: float, length: float, bend: float) -> FloatArray:
    """A gently bent line whose middle is near (x, y): (17, 2) float32 xy."""
    start_x, start_y = x - 0.5 * length * np.cos(heading), y - 0.5 * length * np.sin(heading)
    return arc(float(start_x), float(start_y), heading, length, float(rng.normal(0, bend)))


def scratch(rng: np.random.Generator, side: int) -> Mark:
    """One nearly straight line, one or two pixels wide."""
    ink = Ink(side)
    length, heading = log_uniform(rng, 0.25 * side, 1.0 * side), float(rng.uniform(0, 2 * np.pi))
    ink.line(_stroke(rng, *near_centre(rng, side), heading, length, 0.25), int(rng.integers(1, 3)))
    return Mark(ink.cover * np.float32(rng.uniform(0.45, 1.0)), _shine(rng), flat(side))


def scuff(rng: np.random.Generator, side: int) -> Mark:
    """A bundle of 3 to 16 short parallel lines."""
    ink = Ink(side)
    x, y = near_centre(rng, side)
    heading, length = float(rng.uniform(0, 2 * np.pi)), log_uniform(rng, 0.12 * side, 0.5 * side)
    breadth = log_uniform(rng, 0.06 * side, 0.2 * side)
    for _ in range(rng.integers(3, 17)):
        along, across = rng.normal(0, 0.2 * length), rng.normal(0, breadth)
        at_x = x + along * np.cos(heading) - across * np.sin(heading)
        at_y = y + along * np.sin(heading) + across * np.cos(heading)
        turn = heading + float(rng.normal(0, 0.06))
        ink.line(_stroke(rng, float(at_x), float(at_y), turn, length * float(rng.uniform(0.5, 1.2)), 0.08), 1)
    return Mark(ink.cover * np.float32(rng.uniform(0.35, 0.9)), _shine(rng), flat(side))


def gouge(rng: np.random.Generator, side: int) -> Mark:
    """A groove of 3 to 8 pixels that tapers at both ends, with a raised rim."""
    length, heading = log_uniform(rng, 0.25 * side, 0.9 * side), float(rng.uniform(0, 2 * np.pi))
    path = _stroke(rng, *near_centre(rng, side), heading, length, 0.2)
    along = np.linspace(0, np.pi, len(path), dtype=np.float32)
    breadth = float(rng.uniform(1.5, 4.0)) * np.clip(np.sin(along), 0, 1) ** np.float32(0.7)
    normal = np.array([-np.sin(heading), np.cos(heading)], np.float32) * breadth[:, None]
    ink = Ink(side)
    ink.body(np.concatenate((path + normal, (path - normal)[::-1])))
    depth = np.float32(rng.uniform(0.5, 1.2))
    height = depth * (0.5 * soft(ink.cover, 2.2) - soft(ink.cover, 0.8))
    return Mark(ink.cover * np.float32(rng.uniform(0.2, 0.7)), grey(float(rng.uniform(0.55, 1.25))), height)
