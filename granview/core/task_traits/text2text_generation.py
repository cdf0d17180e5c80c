"""Text made from a text: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("text2text-generation")(
    TaskTraits(
        "a model that makes a text from a text",
        ("ForConditionalGeneration", "MTModel"),
        rank=0,
    )
)
