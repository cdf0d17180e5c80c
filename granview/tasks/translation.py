"""A text in another language."""

from granview.tasks.base import TASKS
from granview.tasks.generation import Generation

TASKS.register("translation")(
    Generation(
        "translation",
        "Translation",
        "translation",
        50,
        "chrf",
        "chrf",
        "bleu",
        "exact_match",
        caption_columns=("chrf", "bleu"),
    )
)
