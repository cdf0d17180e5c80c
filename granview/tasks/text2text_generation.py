"""A text made from another: an expression from a request, a corrected sentence."""

from granview.tasks.base import TASKS
from granview.tasks.generation import Generation

TASKS.register("text2text-generation")(
    Generation(
        "text2text-generation",
        "Text to text",
        "rewriting",
        70,
        "chrf",
        "correct",
        "parses",
        "exact_match",
        "chrf",
        caption_columns=("correct", "exact_match", "chrf"),
        facts=("targets", "cases"),
    )
)
