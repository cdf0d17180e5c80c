"""Texts of three tasks, and two sizes of a model for each."""

from granview.core.gallery import GALLERIES, Gallery

GALLERIES.register("text")(
    Gallery(
        "text",
        9,
        "Te&xts",
        "Open sample texts with references, and two models for each of three tasks",
        "gallery-text",
        (
            *("zoo:sentiment-nano", "zoo:sentiment-base"),
            *("zoo:ner-nano", "zoo:ner-base"),
            *("zoo:code-nano", "zoo:code-base"),
        ),
        key="Ctrl+Shift+G",
    )
)
