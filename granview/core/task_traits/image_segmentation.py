"""Semantic segmentation: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits
from granview.core.tile_params import TILES

TASK_TRAITS.register("image-segmentation")(
    TaskTraits(
        "a semantic segmentation model",
        ("ForSemanticSegmentation", "ForUniversalSegmentation", "MaskFormerForInstanceSegmentation"),
        rank=0,
        right_above=0.5,
        params=TILES,
    )
)
