"""Pictures as they should be, beside a picture that is smaller, noisier or blurred."""

from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.picture import ReferencePicture
from granview.io.image_reader import read_image
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat

PICTURE: Final = "picture"
"""The format's name, as references name it."""

_SUFFIXES: Final = frozenset({".png", ".tif", ".tiff", ".bmp"})
"""Beside these, any picture is read that a reference names this format for."""


class PictureFormat(ReferenceFormat):
    """Any picture that can be read, of the sample's size or a whole number of times as large."""

    truth_type = ReferencePicture
    suffixes = _SUFFIXES
    is_only_where_wanted = True

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferencePicture:
        """Its px, the right way up.

        Raises:
            InputError: it cannot be read, or is neither as large as the sample's picture nor so many times as large.
        """
        path = Path(reference.path)
        decoded = read_image(path, image_range=params.range)
        height, width = decoded.pixels.shape[:2]
        scale = 1 if frame is None else _scale((height, width), frame, path)
        notices = tuple(f"Of the reference: {words}" for words in decoded.notices)
        return ReferencePicture(decoded.pixels, float(scale), notices)


def _scale(size: tuple[int, int], frame: Frame, path: Path) -> int:
    """How many times as large as the sample's picture the reference is; data sets may not have cut it to fit exactly.

    Raises:
        InputError: it is not a whole number of times, or not the same along both sides.
    """
    ours, theirs = size, (frame.height, frame.width)
    scale = max(min(own // small for own, small in zip(ours, theirs, strict=True)), 1)
    left_out = [own - scale * small for own, small in zip(ours, theirs, strict=True)]
    if not all(0 <= each < scale for each in left_out):
        raise InputError(
            f"The reference {path.name} is {ours[1]} x {ours[0]} pixels, its picture {frame.width} x {frame.height}: "
            "not the same number of times as large along both sides.",
            "Give the picture from which this one was made.",
        )
    return scale


REFERENCE_FORMATS.register(PICTURE)(PictureFormat())
