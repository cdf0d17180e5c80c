"""Models that fill masks, among transformers' models."""

from granview.core.lane import LaneSpec
from granview.models.base import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.fill_mask import FillMask
from granview.models.source import Found
from granview.models.text_family import TextFamily
from granview.models.text_loading import load_text


class HfFillMaskFamily(TextFamily):
    """Models behind transformers' auto class for this task."""

    task = "fill-mask"

    def load(self, found: Found, spec: LaneSpec, placement: Placement, progress: Progress) -> FillMask:
        """The model and its tokenizer."""
        loaded = load_text(self.task, found, spec, placement)
        return FillMask(loaded.network, loaded.tokenizer, loaded.facts, spec, placement)


FAMILIES.register("hf-fill-mask")(HfFillMaskFamily())
