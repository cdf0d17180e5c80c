"""Boxes about objects: which models are for it."""

from granview.core.instance_params import COUNTING, PHRASES
from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("object-detection")(
    TaskTraits(
        "a detector",
        ("ForObjectDetection", "ForInstanceSegmentation"),
        rank=3,
        params=(*COUNTING, PHRASES),
        right_above=0.0,
        why_whole="Whether boxes on both sides of a seam are one object is not known",
    )
)
