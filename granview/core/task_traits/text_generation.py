"""Text that goes on: which models are for it, and what a chat begins with."""

from typing import Final

from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, TaskTraits

SYSTEM_PROMPT: Final = "system_prompt"

PARAMS: Final = (
    TaskParam(
        SYSTEM_PROMPT,
        "System prompt",
        "",
        "What a chat begins with, as the system's message, where the model has a chat template and a sample's messages "
        "have no system message of their own; empty leaves it to the template",
    ),
)

TASK_TRAITS.register("text-generation")(
    TaskTraits(
        "a causal language model",
        ("ForCausalLM", "LMHeadModel"),
        rank=0,
        params=PARAMS,
    )
)
