"""Answers found in a text: which models are for it."""

from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("question-answering")(
    TaskTraits(
        "a model that finds answers in a text",
        ("ForQuestionAnswering", "ForQuestionAnsweringSimple"),
        rank=0,
        right_above=0.5,
    )
)
