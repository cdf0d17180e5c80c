"""Text that goes on: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("text-generation")(
    TaskTraits(
        "a causal language model",
        ("ForCausalLM", "LMHeadModel"),
        rank=0,
    )
)
