"""Pictures of cells, roads and surfaces with their masks, and three networks that segment them."""

from granview.core.gallery import GALLERIES, Gallery

GALLERIES.register("images")(
    Gallery(
        "images",
        0,
        "&Masks of images",
        "Open sample images with reference masks, and three models that segment them",
        "gallery",
        ("zoo:unet-nano", "zoo:unet-base", "zoo:segformer-small"),
        key="Ctrl+G",
    )
)
