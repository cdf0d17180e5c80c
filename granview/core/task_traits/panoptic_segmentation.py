"""Every pixel, things apart from each other: which models are for it."""

from granview.core.instance_params import COUNT_CONFIDENCE, SCORE_THRESHOLD, STUFF
from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("panoptic-segmentation")(
    TaskTraits(
        "a panoptic segmentation model",
        ("ForSegmentation", "ForUniversalSegmentation", "MaskFormerForInstanceSegmentation"),
        rank=2,
        params=(SCORE_THRESHOLD, COUNT_CONFIDENCE, STUFF),
        right_above=0.0,
        why_whole="Whether segments on both sides of a seam are one object is not known",
    )
)
