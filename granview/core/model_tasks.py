"""Which tasks a model is for, told from its config alone."""

from collections.abc import Mapping
from typing import Any, Final

from granview.core.task_trait import TASK_TRAITS, TaskTraits

SEGMENTATION: Final = "image-segmentation"
RESTORATION: Final = "image-to-image"
ZOO_FORMAT: Final = "granview-zoo/"
"""How the ``format`` of an embedded model's config begins, unless its folder is one of transformers."""

SMP_CLASS: Final = "_model_class"
"""The key under which segmentation-models-pytorch names a network's class in its config."""

_WRITING: Final = frozenset({"text2text-generation", "summarization", "translation"})
_FIRST: Final[Mapping[str, str]] = {
    "marian": "translation",
    "m2m_100": "translation",
    "nllb-moe": "translation",
    "pegasus": "summarization",
    "pegasus_x": "summarization",
    "led": "summarization",
}
"""What encoder-decoders of these types are nearly always trained for."""

_BLOCKS_OF_OTHER_INPUTS: Final = ("vision_config", "audio_config", "text_config", "num_mel_bins")


def tasks_of_config(config: Mapping[str, Any]) -> tuple[str, ...]:
    """The tasks that a model can do by its ``config.json``, the likeliest first; empty where it is not known.

    Args:
        config: As it stands in the file, of transformers, segmentation-models-pytorch or the embedded zoo.
    """
    if str(config.get("format", "")).startswith(ZOO_FORMAT):
        return with_kin(str(config.get("task", SEGMENTATION)))
    if SMP_CLASS in config:
        return with_kin(SEGMENTATION)
    architecture = str(next(iter(config.get("architectures") or ()), ""))
    tasks = tasks_of_architecture(architecture)
    if any(key in config for key in _BLOCKS_OF_OTHER_INPUTS) and _WRITING.issuperset(tasks):
        return ()
    first = _likeliest(config, tasks)
    return tuple(sorted(tasks, key=lambda task: task != first))


def tasks_of_architecture(architecture: str) -> tuple[str, ...]:
    """The tasks of models of a class of transformers, the likeliest first; empty where none is known."""
    ends = {task: _ending(traits, architecture) for task, traits in TASK_TRAITS.all().items()}
    longest = max(map(len, ends.values()), default=0)
    fitting = [task for task, end in ends.items() if end and len(end) == longest]
    return tuple(sorted(fitting, key=lambda task: _order(TASK_TRAITS.get(task), ends[task])))


def _ending(traits: TaskTraits, architecture: str) -> str:
    """The longest of a task's endings that a class's name has; empty where it has none."""
    return max((end for end in traits.architectures if architecture.endswith(end)), key=len, default="")


def _order(traits: TaskTraits, ending: str) -> tuple[int, int]:
    """First the tasks that name a class before others."""
    return traits.architectures.index(ending), traits.rank


def with_kin(task: str) -> tuple[str, ...]:
    """A model's task, and those for which what it says serves as well."""
    also = TASK_TRAITS.get(task).also if task in TASK_TRAITS else ()
    return (task, *also)


def _likeliest(config: Mapping[str, Any], tasks: tuple[str, ...]) -> str | None:
    """The task that the model's type or its config's own settings name; None where they do not."""
    by_type = _FIRST.get(str(config.get("model_type")))
    if by_type in tasks:
        return by_type
    settings = tuple(config.get("task_specific_params") or ())
    named = {task for task in tasks for name in settings if str(name).startswith(task)}
    return named.pop() if len(named) == 1 else None
