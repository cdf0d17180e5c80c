"""Octaves of spatial frequency: how much of the detail of each size a picture brings back.

The power of an error in a band of frequencies is, by Parseval's theorem, the squared error of that part of the picture.
So the score of an octave is the share of the reference's power there that the picture explains: the coefficient of
determination of regression, taken over the octave's Fourier coefficients. Unlike Fourier ring correlation (Saxton and
Baumeister, 1982), which does not change where detail is merely too faint, it falls with what is missing and with what
was invented.
"""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

WAVELENGTHS_PX: Final = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0)
"""The finest wavelength of each octave but for the last, which holds all that is coarser than its own. Diagonal waves
of less than 2 px belong to the first."""


def octave_centres_px() -> NDArray[np.float32]:
    """The geometric middle of each octave, in px: (7,) float32."""
    return np.array([math.sqrt(2) * finest for finest in WAVELENGTHS_PX], np.float32)


def octave_powers(picture: NDArray[Any], reference: NDArray[Any]) -> NDArray[np.float64]:
    """The power of the error and of the reference in each octave.

    Both are taken less the reference's mean and under a Hann window, so that the picture's border is no edge.

    Args:
        picture: (H, W), values from 0 to 255.
        reference: (H, W).

    Returns:
        (7, 2) float64: error and reference; 0 where the picture is too small for an octave.
    """
    window = np.outer(np.hanning(reference.shape[0] + 2)[1:-1], np.hanning(reference.shape[1] + 2)[1:-1])
    mean = reference.mean()
    of_error = power_by_octave((picture.astype(np.float64) - reference) * window)
    return np.stack((of_error, power_by_octave((reference - mean) * window)), axis=1)


def power_by_octave(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Summed squared magnitude of the Fourier coefficients in each octave, the mean's left out: (7,) float64."""
    power = np.abs(np.fft.rfft2(values)) ** 2
    power[:, 1 : (values.shape[1] + 1) // 2] *= 2  # the other half of a real picture's spectrum
    rows = np.fft.fftfreq(values.shape[0])[:, None]
    frequency = np.hypot(rows, np.fft.rfftfreq(values.shape[1])[None])
    edges = 1 / np.array(WAVELENGTHS_PX[1:])
    band = len(edges) - np.searchsorted(edges[::-1], frequency, side="left")
    power[frequency == 0] = 0
    return np.bincount(band.ravel(), power.ravel(), len(WAVELENGTHS_PX)).astype(np.float64)


def explained(powers: NDArray[np.float64]) -> NDArray[np.float64]:
    """The score of each octave, 0 to 1: one less error by reference, not below 0; NaN where the reference has nothing.

    Args:
        powers: (n, 2) as ``octave_powers`` gives them.
    """
    error, reference = powers.T
    with np.errstate(divide="ignore", invalid="ignore"):
        share: NDArray[np.float64] = np.where(reference > _NOTHING, 1 - error / reference, np.nan)
    return np.clip(share, 0.0, 1.0)


_NOTHING: Final = 1e-6
