"""Words in the place of a mask: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("fill-mask")(
    TaskTraits(
        "a masked language model",
        ("ForMaskedLM",),
        rank=0,
        right_above=0.5,
    )
)
