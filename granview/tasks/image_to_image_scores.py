"""What is counted of a restored picture: pairs of pictures in, statistics and units out."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.unit import UnitTable
from granview.scoring.luminance import luminance
from granview.scoring.octaves import explained, octave_centres_px, octave_powers
from granview.scoring.picture_likeness import RADIUS_PX, SMALLEST_SIDE_PX, psnr_db, squared_error, ssim_map
from granview.scoring.places import PLACES, find_places, mean_by_place

KINDS: Final = ("octave", *PLACES)
OCTAVES: Final = octave_centres_px()

Statistics = dict[str, NDArray[np.float64]]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Measured:
    """What was counted of one picture.

    Attributes:
        statistics: As ``ImageToImage`` names them.
        units: A row for each octave, then one for each sort of place.
        notices: What must be said of it.
    """

    statistics: Statistics
    units: UnitTable
    notices: tuple[str, ...] = ()


def measure(picture: Pixels, reference: Pixels, border_px: int) -> Measured:
    """Compare two pictures of one size.

    Args:
        picture: (H, W, 3) uint8; both sides are at least ``least_side_px(border_px)``.
        reference: (H, W, 3) uint8.
        border_px: How much is cut from each border before luminance is compared.
    """
    y, y_reference = (luminance(_inner(each, border_px)) for each in (picture, reference))
    similarity = ssim_map(y, y_reference)
    places = mean_by_place(similarity, find_places(y_reference)[RADIUS_PX:-RADIUS_PX, RADIUS_PX:-RADIUS_PX])
    octaves = explained(octave_powers(y, y_reference))
    is_equal = np.array_equal(picture, reference)
    of_channels = [ssim_map(picture[..., each], reference[..., each]).mean() for each in range(3)]
    statistics = {
        "psnr_y": _finite(psnr_db(squared_error(y, y_reference), y.size)),
        "ssim_y": np.array([similarity.mean(), 1.0]),
        "psnr_rgb": _finite(psnr_db(squared_error(picture, reference), picture.size)),
        "ssim_rgb": np.array([np.mean(of_channels), 1.0]),
        "octaves": np.stack((np.nan_to_num(octaves), np.isfinite(octaves)), axis=1).astype(np.float64),
        "places": places,
        "equal": np.array([float(is_equal), 1.0]),
    }
    words = "It equals its reference px for px: its PSNR is infinite, and is left out of means."
    return Measured(statistics, _units(octaves, places), (words,) if is_equal else ())


def least_side_px(border_px: int) -> int:
    """The smallest side of pictures that can be compared."""
    return SMALLEST_SIDE_PX + 2 * border_px


def no_units() -> UnitTable:
    """The unit table of a sample that could not be compared: no rows."""
    return UnitTable(KINDS, np.empty(0, np.uint8), np.empty(0, np.float32), np.empty(0, np.float32))


def _inner(pixels: Pixels, border_px: int) -> Pixels:
    height, width = pixels.shape[:2]
    return pixels[border_px : height - border_px, border_px : width - border_px]


def _finite(value: float) -> NDArray[np.float64]:
    return np.array([value, 1.0]) if math.isfinite(value) else np.zeros(2)


def _units(octaves: NDArray[np.float64], places: NDArray[np.float64]) -> UnitTable:
    """Rows whose grain is the wavelength in px; places have none."""
    total, n = places.T
    with np.errstate(divide="ignore", invalid="ignore"):
        of_places = np.clip(np.where(n > 0, total / n, np.nan), 0.0, 1.0)
    kind = np.concatenate((np.zeros(len(octaves), np.uint8), np.arange(1, len(PLACES) + 1, dtype=np.uint8)))
    grain = np.concatenate((OCTAVES, np.full(len(PLACES), np.nan, np.float32)))
    return UnitTable(KINDS, kind, grain, np.concatenate((octaves, of_places)).astype(np.float32))
