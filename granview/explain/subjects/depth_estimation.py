"""Depth networks: they choose among no classes, so that there is nothing at a place whose score could be explained."""

from typing import NoReturn

from granview.core.errors import UnsupportedModel
from granview.explain.adapter_subject import explains
from granview.models.adapter import Image
from granview.models.families.hf_depth_estimation import HfDepthEstimation


@explains(HfDepthEstimation)
def depth_subject(adapter: HfDepthEstimation, sample_input: Image, written: str | None = None) -> NoReturn:
    """Says so.

    Raises:
        UnsupportedModel: always.
    """
    raise UnsupportedModel(
        "Explain does not apply to depth: a depth network has no classes whose scores could be explained.",
        "Choose a lane of another task.",
    )
