"""Masks of what is pointed at: which models are for it, and what they are asked where nobody has pointed."""

from typing import Final

from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, TaskTraits

PROMPTS_FROM: Final = TaskParam(
    "prompts_from",
    "Where nobody has pointed, ask for each object by its",
    "box",
    "What of each object of the reference is taken for a prompt in samples without prompts",
    choices=("centre", "box", "centre and box"),
)

TASK_TRAITS.register("mask-generation")(
    TaskTraits(
        "a model that is prompted, such as SAM",
        (
            *("SamModel", "SamHQModel", "Sam2Model", "Sam3TrackerModel", "EdgeTamModel"),
            *("Sam2VideoModel", "EdgeTamVideoModel", "Sam3VideoModel", "Sam3Model"),
            "CLIPSegForImageSegmentation",
        ),
        rank=0,
        params=(PROMPTS_FROM,),
        takes_prompts=True,
        right_above=0.5,
        why_whole="What is pointed at may reach into any of them",
    )
)
