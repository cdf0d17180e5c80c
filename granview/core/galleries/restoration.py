"""Small pictures with their originals, and three ways to enlarge them."""

from granview.core.gallery import GALLERIES, Gallery

GALLERIES.register("restoration")(
    Gallery(
        "restoration",
        5,
        "&Restored pictures",
        "Open sample pictures with their originals, and three ways to enlarge them",
        "gallery-restoration",
        ("method:bicubic", "zoo:fsrcnn-nano", "zoo:edsr-base"),
    )
)
