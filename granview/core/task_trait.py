"""What every layer must know of a task, without its scoring: which models are for it, and what parameters it has.

The traits of a task are one file of ``granview.core.task_traits``. A model of which nothing else is known is told by
them: by the name of the class that it was saved as, which stands in its ``config.json``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from granview.core.errors import ArgumentError
from granview.core.registry import Registry
from granview.core.run_params import RunParams
from granview.core.task_param import ChosenParams, TaskParam, param_values


@dataclass(frozen=True)
class OwnReference:
    """That a sample can be its own ground truth: where the task makes it worse before models see it.

    Attributes:
        param: The parameter of the task by which that is chosen.
        unless: Its value where samples are given to models as they are.
        format: The format of references in which the sample's file is then read.
    """

    param: str
    unless: str
    format: str


@dataclass(frozen=True)
class TaskTraits:
    """The traits of one task.

    Attributes:
        model_noun: A model for it, in a sentence, such as ``a semantic segmentation model``.
        architectures: How the names of transformers' classes end whose models do it, the most usual first.
        rank: Where one model does several tasks, the one with the lowest is the likeliest.
        params: The parameters that it has of its own.
        takes_prompts: Whether its models outline what a person points at.
        also: Other tasks that its models can do: a model that outlines objects also finds their boxes.
        own_reference: When a sample is its own ground truth; None: never.
        right_above: A unit of it is right whose score is above this; None where units are neither right nor wrong.
        why_whole: Of a task of pictures, why it must see them whole, as a sentence without the point; else empty.
    """

    model_noun: str
    architectures: tuple[str, ...] = ()
    rank: int = 0
    params: tuple[TaskParam, ...] = ()
    also: tuple[str, ...] = ()
    takes_prompts: bool = False
    own_reference: OwnReference | None = None
    right_above: float | None = None
    why_whole: str = ""

    def param(self, name: str) -> TaskParam | None:
        """The parameter of that name; None where there is none."""
        return next((param for param in self.params if param.name == name), None)


TASK_TRAITS: Final[Registry[TaskTraits]] = Registry("granview.core.task_traits", "task's traits")


def traits_of(task: str) -> TaskTraits:
    """The traits of a task by its name; those of a task that has none say no more than its name."""
    return TASK_TRAITS.get(task) if task in TASK_TRAITS else TaskTraits(f"a model for {task}")


def task_params(task: str, params: RunParams) -> dict[str, Any]:
    """The task's own parameters in a run, by name: as they were chosen, or else their defaults."""
    return param_values(traits_of(task).params, params.of_task.get(task, {}))


def chosen_params(texts: Mapping[str, Any], tasks: tuple[str, ...]) -> ChosenParams:
    """What was asked for by name, for each of the tasks that has such a parameter.

    Args:
        texts: By ``NAME``, or ``TASK.NAME`` for one task alone; a text is read as on the command line.
        tasks: The tasks of the lanes.

    Raises:
        ArgumentError: no task has such a parameter, or the value is none of it.
    """
    chosen: ChosenParams = {}
    for key, value in texts.items():
        task, _, name = key.rpartition(".")
        wanted = [each for each in dict.fromkeys(tasks) if not task or each == task]
        holders = [(each, param) for each in wanted if (param := traits_of(each).param(name)) is not None]
        if not holders:
            raise ArgumentError(f"No task here has a parameter '{key}'.", _known(tasks))
        for each, param in holders:
            found = param.parsed(value) if isinstance(value, str) else param.checked(value)
            chosen.setdefault(each, {})[param.name] = found
    return chosen


def _known(tasks: tuple[str, ...]) -> str:
    names = sorted({param.name for task in tasks for param in traits_of(task).params})
    return f"There are: {', '.join(names)}." if names else "Their tasks have none."
