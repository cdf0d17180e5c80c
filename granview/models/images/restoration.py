"""What all lanes of image-to-image share, with a network or without: what they are given, and what is made of it."""

from collections.abc import Sequence
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.predictions.restored_picture import MOST_PIXELS, Pixels, RestoredPicture
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.models.adapter import Image, ModelOutput, Size
from granview.models.images.degradations import NONE, degradation_notice, degraded

TASK: Final = "image-to-image"


def restoration_params(params: RunParams) -> dict[str, Any]:
    """The task's own parameters, by name."""
    return task_params(TASK, params)


def input_pictures(pictures: Sequence[Image], params: RunParams, scale: int) -> list[Image]:
    """What a lane is given of pictures (H, W, 3) uint8: each made worse where the run says so.

    Args:
        pictures: The samples' pictures.
        params: What was chosen for the run.
        scale: How many times larger the lane makes a side.

    Raises:
        InputError: nothing is left of a picture, or what would be made of it is larger than any picture may be.
    """
    own = restoration_params(params)
    given = [degraded(picture, own) for picture in pictures]
    for picture in given:
        _check_size(picture.shape[0], picture.shape[1], scale)
    return given


def _check_size(height: int, width: int, scale: int) -> None:
    if not height or not width:
        raise InputError("Nothing is left of the picture at this scale.", "Choose a smaller scale, or leave it out.")
    if height * width * scale**2 > MOST_PIXELS:
        raise InputError(
            f"{width} x {height} px made {scale} times larger are more than {MOST_PIXELS // 10**6} megapixels.",
            "Give a part of the picture, or a model of a smaller scale.",
        )


def restored_output(
    pixels: Pixels, scale: int, size: Size, params: RunParams, notices: Sequence[str] = ()
) -> ModelOutput:
    """What a lane says of a sample.

    Args:
        pixels: (H, W, 3) uint8, what it made of what it was given.
        scale: How many times larger than that.
        size: (height, width) of the sample's picture.
        params: What was chosen for the run.
        notices: What must be said besides.
    """
    own = restoration_params(params)
    reduced = 1 if own["degradation"] == NONE else own["scale"]
    told = degradation_notice(size, own)
    return ModelOutput(RestoredPicture(pixels, scale / reduced), (*((told,) if told else ()), *notices))
