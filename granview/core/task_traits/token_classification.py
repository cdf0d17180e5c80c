"""Entities: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("token-classification")(
    TaskTraits(
        "a model that tags tokens",
        ("ForTokenClassification",),
        rank=0,
        right_above=0.5,
    )
)
