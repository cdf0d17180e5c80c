"""The continuation of a text: prose, an answer in a conversation, code."""

from granview.tasks.base import TASKS
from granview.tasks.generation import Generation

TASKS.register("text-generation")(
    Generation(
        "text-generation",
        "Text generation",
        "completion",
        60,
        "rouge_l",
        "rouge_l",
        "chrf",
        "exact_match",
        "perplexity",
        "input_perplexity",
        caption_columns=("correct", "exact_match", "chrf", "perplexity"),
        facts=("targets", "cases"),
    )
)
