"""Translations: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("translation")(
    TaskTraits(
        "a model that makes a text from a text",
        ("MTModel", "ForConditionalGeneration"),
        rank=2,
    )
)
