"""A shorter text that says what matters in a longer one."""

from granview.tasks.base import TASKS
from granview.tasks.generation import Generation

TASKS.register("summarization")(
    Generation(
        "summarization",
        "Summarization",
        "summary",
        40,
        "rouge_l",
        "rouge1",
        "rouge2",
        "rouge_l",
        caption_columns=("rouge1", "rouge_l"),
    )
)
