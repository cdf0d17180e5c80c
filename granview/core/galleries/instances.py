"""Pictures whose objects are outlined, and networks of two sizes and two kinds that find them."""

from granview.core.gallery import GALLERIES, Gallery

GALLERIES.register("instances")(
    Gallery(
        "instances",
        3,
        "&Objects in images",
        "Open sample images with outlined objects, and two networks that outline them",
        "gallery",
        ("zoo:mask-rcnn-nano", "zoo:mask-rcnn-small"),
    )
)
