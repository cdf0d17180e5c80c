"""Models that fill masks, among transformers' models."""

from granview.core.lane import LaneSpec
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.loading.pretrained import load_text
from granview.models.loading.source import ResolvedSource
from granview.models.texts.fill_mask import FillMask
from granview.models.texts.text_family import TextFamily


class HfFillMaskFamily(TextFamily):
    """Models behind transformers' auto class for this task."""

    task = "fill-mask"

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> FillMask:
        """The model and its tokenizer."""
        loaded = load_text(self.task, resolved, spec, placement)
        return FillMask(loaded.network, loaded.tokenizer, loaded.facts, spec, placement)


FAMILIES.register("hf-fill-mask")(HfFillMaskFamily())
