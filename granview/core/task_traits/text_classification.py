"""Classes of texts: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("text-classification")(
    TaskTraits(
        "a model that classifies texts",
        ("ForSequenceClassification",),
        rank=0,
        right_above=0.5,
    )
)
