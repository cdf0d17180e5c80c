"""Folders of pictures as a network for super-resolution, denoising or deblurring gives them back."""

from typing import Final

from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.image_reader import read_image
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.pixels import IMAGE_SUFFIXES, probe_values
from granview.io.saved.saved_prediction import (
    POSSIBLE,
    PROBABLE,
    SAVED_FORMATS,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
    misfit,
)

_LOSSY: Final = (".jpg", ".jpeg", ".webp")
_SUFFIXES: Final = (*IMAGE_SUFFIXES, *_LOSSY)
_MANY: Final = 256


class RestoredPictures(SavedFormat):
    """Pictures of the samples' sizes, or larger or smaller along both sides alike."""

    title = "restored pictures"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """Pictures of many colours, or of many greys."""
        paths = listing.of_suffix(*_SUFFIXES)
        if not paths:
            return None
        note = f"{len(paths):,} pictures, as a network would restore the samples'."
        exact = [path for path in paths if path.suffix.lower() not in _LOSSY]
        probe = probe_values(exact)
        if len(exact) < len(paths) or probe.n_colors > _MANY:
            return Recognition(PROBABLE, ("image-to-image",), note)
        is_grey = probe.n_files and not probe.is_wide and len(probe.values) > 64
        return Recognition(POSSIBLE + 0.1 if is_grey else POSSIBLE / 4, ("image-to-image",), note)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return RestoredPictureReader(listing)


class RestoredPictureReader(SavedReader):
    """Pictures by name."""

    def __init__(self, listing: SavedListing) -> None:
        self.records = file_records(listing.of_suffix(*_SUFFIXES), listing)

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """A restored picture.

        Raises:
            InputError: it cannot be read, or shows another extent than the sample's picture.
        """
        decoded = read_image(record.path)
        size = (decoded.pixels.shape[0], decoded.pixels.shape[1])
        notices = tuple(f"Of the saved prediction: {words}" for words in decoded.notices)
        if record.path.suffix.lower() in _LOSSY:
            notices += (f"{record.path.name} is compressed with loss, which lowers its scores.",)
        restored = RestoredPicture(decoded.pixels, _scale(size, described.size))
        if not restored.fits(described.size):
            raise misfit(record, size, described)
        return SavedPrediction(restored, notices)


def _scale(size: tuple[int, int], of_sample: tuple[int, int]) -> float:
    """Px of it for each px of the sample's picture: a whole number, or one by one, wherever that fits."""
    ratio = max(own / other for own, other in zip(size, of_sample, strict=True))
    return float(max(round(ratio), 1)) if ratio > 1 / 2**0.5 else 1 / max(round(1 / ratio), 1)


SAVED_FORMATS.register("restored-pictures")(RestoredPictures())
