"""Outlines and paths of natural things: blobs, wandering lines, arcs."""

import numpy as np

from granview.zoo.scenes.scene import FloatArray


def blob(
    rng: np.random.Generator, x: float, y: float, radius_px: float, wobble: float = 0.1, elongation: float = 1.0
) -> FloatArray:
    """Closed smooth outline about a centre: (N, 2) float32 xy.

    Args:
        rng: Source of randomness.
        x: Column of the centre.
        y: Row of the centre.
        radius_px: Mean radius.
        wobble: Relative amplitude of the lowest harmonic of the radius.
        elongation: Ratio of the axes before a random rotation.
    """
    count = int(np.clip(radius_px * 1.5, 12, 96))
    angles = np.linspace(0, 2 * np.pi, count, endpoint=False, dtype=np.float32)
    harmonics = np.arange(2, 7, dtype=np.float32)
    amplitudes = rng.normal(0, wobble, 5).astype(np.float32) / (harmonics - 1)
    phases = rng.uniform(0, 2 * np.pi, 5).astype(np.float32)
    radii = radius_px * (1 + (amplitudes * np.cos(angles[:, None] * harmonics + phases)).sum(1))
    local = np.stack((radii * np.cos(angles) * elongation**0.5, radii * np.sin(angles) / elongation**0.5), axis=1)
    turn = rng.uniform(0, np.pi)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]], np.float32)
    outline: FloatArray = (local @ rotation + (x, y)).astype(np.float32)
    return outline


def wander(
    rng: np.random.Generator,
    x: float,
    y: float,
    heading: float,
    length_px: float,
    step_px: float = 5.0,
    unrest: float = 0.35,
) -> FloatArray:
    """Path of a random walk in direction: (N, 2) float32 xy, as a crack grows.

    Args:
        rng: Source of randomness.
        x: Column of the start.
        y: Row of the start.
        heading: Initial direction in radians.
        length_px: Length of the path.
        step_px: Length of a segment.
        unrest: Standard deviation of the jitter of each segment's direction, in radians.
    """
    count = max(int(length_px / step_px), 2)
    drift = np.cumsum(rng.normal(0, unrest * 0.3, count))
    angles = heading + drift + rng.normal(0, unrest, count)
    steps = step_px * np.stack((np.cos(angles), np.sin(angles)), axis=1)
    path: FloatArray = (np.vstack(((0, 0), np.cumsum(steps, axis=0))) + (x, y)).astype(np.float32)
    return path


def arc(x: float, y: float, heading: float, length_px: float, bend: float) -> FloatArray:
    """Gently bent line: (17, 2) float32 xy; `bend` is the total change of direction in radians."""
    angles = heading + bend * np.linspace(-0.5, 0.5, 16)
    steps = length_px / 16 * np.stack((np.cos(angles), np.sin(angles)), axis=1)
    path: FloatArray = (np.vstack(((0, 0), np.cumsum(steps, axis=0))) + (x, y)).astype(np.float32)
    return path


def box(left: float, top: float, right: float, bottom: float) -> FloatArray:
    """Corners of an upright rectangle: (4, 2) float32 xy."""
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
