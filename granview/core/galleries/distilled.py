"""Pictures with their masks: a small network, the same one taught by a large one, and the large one."""

from granview.core.gallery import GALLERIES, Gallery

GALLERIES.register("distilled")(
    Gallery(
        "distilled",
        2,
        "&Distilled models",
        "Open sample images with reference masks: does a small network that a large one taught keep the fine grain?",
        "gallery",
        ("zoo:unet-nano", "zoo:unet-nano-distilled", "zoo:unet-base"),
    )
)
