"""Taggers of tokens, such as entity recognisers among transformers' models."""

from granview.core.lane import LaneSpec
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.loading.pretrained import load_text
from granview.models.loading.source import ResolvedSource
from granview.models.texts.text_family import TextFamily
from granview.models.texts.token_classification import TokenClassification, entity_types


class HfTokenClassificationFamily(TextFamily):
    """Models behind transformers' auto class for this task."""

    task = "token-classification"

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> TokenClassification:
        """The model and its tokenizer."""
        loaded = load_text(self.task, resolved, spec, placement, entity_types)
        return TokenClassification(loaded.network, loaded.tokenizer, loaded.facts, spec, placement)


FAMILIES.register("hf-token-classification")(HfTokenClassificationFamily())
