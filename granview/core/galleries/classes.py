"""Crops of defects in twelve kinds, and four networks of two families that tell them apart."""

from granview.core.gallery import GALLERIES, Gallery

GALLERIES.register("classes")(
    Gallery(
        "classes",
        4,
        "&Classes of pictures",
        "Open sample crops of twelve kinds of defects, and four models that tell them apart",
        "gallery-classes",
        ("zoo:resnet-nano", "zoo:resnet-base", "zoo:efficientnet-nano", "zoo:efficientnet-base"),
    )
)
