"""Cracks: one hairline, one that branches, and a net of fine ones."""

import cv2
import numpy as np

from granview.zoo.defects.mark import Ink, Mark, flat, grey, log_uniform, near_centre
from granview.zoo.scenes.scene import FloatArray
from granview.zoo.scenes.shapes import blob, wander

STEP_PX = 4.0


def _dark(rng: np.random.Generator, ink: Ink, side: int) -> Mark:
    """What a crack's line does: it is dark, more or less, and too narrow to show a slope."""
    return Mark(ink.cover * np.float32(rng.uniform(0.45, 1.0)), grey(float(rng.uniform(0.15, 0.45))), flat(side))


def _trunk(rng: np.random.Generator, side: int) -> tuple[FloatArray, float, float]:
    """A jagged path through the middle, its heading in radians and its length in pixels."""
    heading, length = float(rng.uniform(0, 2 * np.pi)), log_uniform(rng, 0.25 * side, 0.9 * side)
    x, y = near_centre(rng, side)
    start = (x - 0.5 * length * np.cos(heading), y - 0.5 * length * np.sin(heading))
    return wander(rng, float(start[0]), float(start[1]), heading, length, STEP_PX), heading, length


def hairline_crack(rng: np.random.Generator, side: int) -> Mark:
    """One jagged line about a pixel wide."""
    ink = Ink(side)
    ink.line(_trunk(rng, side)[0], 1)
    return _dark(rng, ink, side)


def branching_crack(rng: np.random.Generator, side: int) -> Mark:
    """A jagged line of one or two pixels with one to four finer branches."""
    ink = Ink(side)
    trunk, heading, length = _trunk(rng, side)
    ink.line(trunk, int(rng.integers(1, 3)))
    for _ in range(rng.integers(1, 5)):
        fork = trunk[rng.integers(1, len(trunk) - 1)] if len(trunk) > 2 else trunk[0]
        away = heading + float(rng.choice((-1, 1)) * rng.uniform(0.5, 1.2))
        ink.line(wander(rng, float(fork[0]), float(fork[1]), away, length * rng.uniform(0.2, 0.5), STEP_PX), 1)
    return _dark(rng, ink, side)


def crazing(rng: np.random.Generator, side: int) -> Mark:
    """A net of hairlines that closes around islands of 6 to 16 pixels: the edges of a Voronoi diagram."""
    nodes = cv2.Subdiv2D((-side, -side, 3 * side, 3 * side))
    island = float(rng.uniform(6, 16))
    count = int((side / island) ** 2)
    for x, y in rng.uniform(0, side, (count, 2)):
        nodes.insert((float(x), float(y)))
    net, within = Ink(side), Ink(side)
    for facet in nodes.getVoronoiFacetList([])[0]:
        net.line(np.asarray(facet, np.float32), 1, closed=True)
    x, y = near_centre(rng, side)
    within.body(blob(rng, x, y, log_uniform(rng, 0.15 * side, 0.4 * side), 0.15, 1.3))
    mark = _dark(rng, net, side)
    return Mark(mark.cover * within.cover, mark.factor, mark.height)
