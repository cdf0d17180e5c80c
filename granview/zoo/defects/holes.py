"""Holes and foreign bodies: pits, clusters of pores, inclusions that lie flush with the surface."""

import numpy as np

from granview.zoo.defects.mark import Ink, Mark, flat, grey, log_uniform, near_centre, soft
from granview.zoo.scenes.shapes import blob


def pit(rng: np.random.Generator, side: int) -> Mark:
    """One to three roundish holes with lit and shaded rims."""
    ink = Ink(side)
    x, y = near_centre(rng, side)
    spread = 0.12 * side
    for _ in range(rng.choice((1, 2, 3), p=(0.6, 0.25, 0.15))):
        ink.body(blob(rng, x, y, log_uniform(rng, 2, 0.13 * side), 0.12, 1.3))
        x, y = x + float(rng.normal(0, spread)), y + float(rng.normal(0, spread))
    height = -np.float32(rng.uniform(0.4, 1.0)) * soft(ink.cover, 1.2)
    return Mark(ink.cover * np.float32(rng.uniform(0.4, 1.0)), grey(float(rng.uniform(0.3, 0.75))), height)


def pore_cluster(rng: np.random.Generator, side: int) -> Mark:
    """Five to thirty round pores of one to four pixels, gathered about a place."""
    ink = Ink(side)
    x, y = near_centre(rng, side)
    spread = log_uniform(rng, 0.06 * side, 0.2 * side)
    for dx, dy in rng.normal(0, spread, (int(rng.integers(5, 31)), 2)):
        ink.spot(x + float(dx), y + float(dy), log_uniform(rng, 0.5, 2.0))
    height = -np.float32(rng.uniform(0.2, 0.8)) * soft(ink.cover, 0.8)
    return Mark(ink.cover * np.float32(rng.uniform(0.45, 1.0)), grey(float(rng.uniform(0.2, 0.6))), height)


def inclusion(rng: np.random.Generator, side: int) -> Mark:
    """An angular body of another material, darker or lighter, in one to three pieces that lie along a line."""
    ink = Ink(side)
    x, y = near_centre(rng, side)
    heading, reach = float(rng.uniform(0, 2 * np.pi)), log_uniform(rng, 2.5, 0.14 * side)
    for _ in range(rng.choice((1, 2, 3), p=(0.6, 0.25, 0.15))):
        angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(4, 8))))
        radii = reach * rng.uniform(0.6, 1.2, len(angles))
        local = np.stack((1.4 * radii * np.cos(angles), 0.8 * radii * np.sin(angles)), axis=1)
        turn = np.array([[np.cos(heading), np.sin(heading)], [-np.sin(heading), np.cos(heading)]])
        ink.body((local @ turn + (x, y)).astype(np.float32))
        step = reach * float(rng.uniform(1.8, 3.0))
        x, y = x + step * np.cos(heading), y + step * np.sin(heading)
    factor = float(rng.uniform(0.3, 0.75) if rng.random() < 0.75 else rng.uniform(1.2, 1.45))
    return Mark(ink.cover * np.float32(rng.uniform(0.4, 1.0)), grey(factor), flat(side))
