"""Outlines of objects: which models are for it."""

from granview.core.instance_params import COUNTING
from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("instance-segmentation")(
    TaskTraits(
        "an instance segmentation model",
        ("ForInstanceSegmentation", "ForUniversalSegmentation", "MaskFormerForInstanceSegmentation", "ForSegmentation"),
        rank=1,
        params=COUNTING,
        also=("object-detection",),
        right_above=0.0,
        why_whole="Whether outlines on both sides of a seam are one object is not known",
    )
)
