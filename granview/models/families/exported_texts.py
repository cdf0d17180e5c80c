"""Exported networks that read texts; their tokenizer and config stand beside their file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import UnsupportedModel, WeightsMissing
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.readable_errors import first_line
from granview.models.adapter import AnyAdapter, Progress
from granview.models.device import Placement
from granview.models.exported.loading import LoadedExport, is_exported, load_exported, ran_as
from granview.models.exported.network import TextNetwork
from granview.models.family import FAMILIES, Family
from granview.models.loading.labels import class_labels
from granview.models.loading.source import ResolvedSource
from granview.models.texts.fill_mask import FillMask
from granview.models.texts.question_answering import QuestionAnswering
from granview.models.texts.text_classification import TextClassification
from granview.models.texts.token_classification import TokenClassification, entity_types
from granview.models.texts.tokenizer import load_tokenizer

_NO_LABELS: Final = LabelSet((), ())


@dataclass(frozen=True)
class TextTask:
    """What a task needs of an exported network.

    Attributes:
        make: Makes the adapter of network, tokenizer, facts, specification and placement.
        labels_of: The classes of a config, and what the user must know about them; None where it knows none.
        outputs: What the adapter reads, by the names under which it asks.
    """

    make: Callable[..., AnyAdapter]
    labels_of: Callable[[Any], tuple[LabelSet, tuple[str, ...]]] | None
    outputs: tuple[str, ...] = ("logits",)


class ExportedTextsFamily(Family):
    """Files of exported networks for one task of texts.

    Args:
        task: The task.
        how: What it needs.
    """

    def __init__(self, task: str, how: TextTask) -> None:
        self.task = task
        self._how = how

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the source is such a file."""
        return is_exported(resolved)

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> AnyAdapter:
        """The network with the tokenizer and the config beside it.

        Raises:
            ModelError: as ``load_exported`` says; WeightsMissing: there is no tokenizer or no config.
        """
        loaded = load_exported(resolved, spec, placement)
        assert resolved.weights is not None
        folder = resolved.weights.parent / loaded.description.tokenizer
        config, tokenizer = _config(folder), load_tokenizer(folder)
        labels, notices = (_NO_LABELS, ()) if self._how.labels_of is None else self._how.labels_of(config)
        facts = msgspec.structs.replace(loaded.facts, labels=labels, notices=(*loaded.facts.notices, *notices))
        network = TextNetwork(loaded.network, config, self._names(loaded))
        adapter: AnyAdapter = self._how.make(network, tokenizer, facts, spec, placement)
        adapter.facts = msgspec.structs.replace(adapter.facts, ran=ran_as(loaded))
        return adapter

    def _names(self, loaded: LoadedExport) -> Mapping[str, str]:
        """What the adapter asks for, by what the file calls it."""
        theirs = loaded.description.output.names or self._how.outputs
        if len(theirs) != len(self._how.outputs):
            raise UnsupportedModel(
                f"{self.task} reads {len(self._how.outputs)} outputs, and the description names {len(theirs)}.",
                "Correct output.names.",
            )
        return dict(zip(self._how.outputs, theirs, strict=True))


def _config(folder: Path) -> Any:
    from transformers import AutoConfig

    if not (folder / "config.json").is_file():
        raise WeightsMissing(
            f"{folder} holds no config.json, so the classes and the window of the network are not known.",
            "Copy config.json and the tokenizer's files from the model that was exported.",
        )
    try:
        return AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    except Exception as error:
        raise UnsupportedModel(
            f"The config in {folder} cannot be read: {first_line(error)}.", "Save the model again with transformers."
        ) from error


_TASKS: Final[Mapping[str, TextTask]] = {
    "text-classification": TextTask(TextClassification, class_labels),
    "token-classification": TextTask(TokenClassification, entity_types),
    "fill-mask": TextTask(FillMask, None),
    "question-answering": TextTask(QuestionAnswering, None, ("start_logits", "end_logits")),
}

for _task, _how in _TASKS.items():
    FAMILIES.register(f"exported-{_task}")(ExportedTextsFamily(_task, _how))
