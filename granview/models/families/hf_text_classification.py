"""Classifiers of texts among transformers' models."""

from granview.core.lane import LaneSpec
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.loading.labels import class_labels
from granview.models.loading.pretrained import load_text
from granview.models.loading.source import ResolvedSource
from granview.models.texts.text_classification import TextClassification
from granview.models.texts.text_family import TextFamily


class HfTextClassificationFamily(TextFamily):
    """Models behind transformers' auto class for this task."""

    task = "text-classification"

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> TextClassification:
        """The model and its tokenizer."""
        loaded = load_text(self.task, resolved, spec, placement, class_labels)
        return TextClassification(loaded.network, loaded.tokenizer, loaded.facts, spec, placement)


FAMILIES.register("hf-text-classification")(HfTextClassificationFamily())
