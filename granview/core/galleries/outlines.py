"""Pictures with their masks, and one network with and without a head that refines its outlines."""

from granview.core.gallery import GALLERIES, Gallery

GALLERIES.register("outlines")(
    Gallery(
        "outlines",
        1,
        "&Outlines of masks",
        "Open sample images with reference masks, and a network with and without a head that refines its outlines",
        "gallery",
        ("zoo:unet-nano", "zoo:pointrend-nano"),
    )
)
