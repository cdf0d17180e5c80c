"""Which tasks a model is for, told from its config alone."""

from collections.abc import Mapping
from typing import Any, Final

SEGMENTATION: Final = "image-segmentation"
ZOO_FORMAT: Final = "granview-zoo/"
"""How the ``format`` of an embedded segmentation model's config begins."""

_WRITING: Final = ("text2text-generation", "summarization", "translation")
_BY_ENDING: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("ForSemanticSegmentation", (SEGMENTATION,)),
    ("Mask2FormerForUniversalSegmentation", (SEGMENTATION,)),
    ("MaskFormerForInstanceSegmentation", (SEGMENTATION,)),
    ("ForSequenceClassification", ("text-classification",)),
    ("ForTokenClassification", ("token-classification",)),
    ("ForQuestionAnswering", ("question-answering",)),
    ("ForQuestionAnsweringSimple", ("question-answering",)),
    ("ForMaskedLM", ("fill-mask",)),
    ("ForCausalLM", ("text-generation",)),
    ("LMHeadModel", ("text-generation",)),
    ("ForConditionalGeneration", _WRITING),
    ("MTModel", ("translation", "text2text-generation", "summarization")),
)
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
        config: As it stands in the file, of transformers or of the embedded zoo.
    """
    if str(config.get("format", "")).startswith(ZOO_FORMAT):
        return (SEGMENTATION,)
    architecture = str(next(iter(config.get("architectures") or ()), ""))
    tasks = next((tasks for ending, tasks in _BY_ENDING if architecture.endswith(ending)), ())
    if any(key in config for key in _BLOCKS_OF_OTHER_INPUTS) and tasks == _WRITING:
        return ()
    first = _likeliest(config, tasks)
    return tuple(sorted(tasks, key=lambda task: task != first))


def _likeliest(config: Mapping[str, Any], tasks: tuple[str, ...]) -> str | None:
    """The task that the model's type or its config's own settings name; None where they do not."""
    by_type = _FIRST.get(str(config.get("model_type")))
    if by_type in tasks:
        return by_type
    settings = tuple(config.get("task_specific_params") or ())
    named = {task for task in tasks for name in settings if str(name).startswith(task)}
    return named.pop() if len(named) == 1 else None
