"""Classifiers of texts among transformers' models."""

from granview.core.lane import LaneSpec
from granview.models.base import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.source import Found
from granview.models.text_classification import TextClassification
from granview.models.text_family import TextFamily
from granview.models.text_labels import class_labels
from granview.models.text_loading import load_text


class HfTextClassificationFamily(TextFamily):
    """Models behind transformers' auto class for this task."""

    task = "text-classification"

    def load(self, found: Found, spec: LaneSpec, placement: Placement, progress: Progress) -> TextClassification:
        """The model and its tokenizer."""
        loaded = load_text(self.task, found, spec, placement, class_labels)
        return TextClassification(loaded.network, loaded.tokenizer, loaded.facts, spec, placement)


FAMILIES.register("hf-text-classification")(HfTextClassificationFamily())
