"""Random textures: fractal noise, directional grain and smooth illumination fields."""

import cv2
import numpy as np

from granview.zoo.scenes.scene import FloatArray


def _octave(rng: np.random.Generator, height: int, width: int, rows: int, columns: int) -> FloatArray:
    """Uniform noise on a coarse grid, resampled to (height, width): values in -1..1."""
    coarse = rng.random((max(rows, 2), max(columns, 2)), dtype=np.float32) * 2 - 1
    fine: FloatArray = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return fine


def fractal(
    rng: np.random.Generator, height: int, width: int, scale_px: float, octaves: int = 4, persistence: float = 0.6
) -> FloatArray:
    """Fractal value noise with about unit range: (height, width) float32.

    Args:
        rng: Source of randomness.
        height: Rows.
        width: Columns.
        scale_px: Feature size of the coarsest octave.
        octaves: Number of octaves; each halves the feature size.
        persistence: Amplitude of an octave relative to the one before it.
    """
    total = np.zeros((height, width), np.float32)
    amplitude, weight = 1.0, 0.0
    for octave in range(octaves):
        period = max(scale_px / 2**octave, 1.0)
        total += amplitude * _octave(rng, height, width, round(height / period) + 1, round(width / period) + 1)
        weight += amplitude
        amplitude *= persistence
    return total * np.float32(1.8 / weight)


def brushed(rng: np.random.Generator, height: int, width: int, length_px: float) -> FloatArray:
    """Horizontal grain as left by brushing: (height, width) float32, about -1..1."""
    fine = _octave(rng, height, width, height, round(width / length_px) + 1)
    broad = _octave(rng, height, width, height // 3 + 1, round(width / (3 * length_px)) + 1)
    return 0.6 * fine + 0.6 * broad


def illumination(rng: np.random.Generator, height: int, width: int, strength: float) -> FloatArray:
    """Slowly varying light, 1 on average: (height, width) float32, a few bumps across the picture."""
    return 1 + np.float32(strength) * _octave(rng, height, width, 3, 4)
