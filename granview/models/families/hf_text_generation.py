"""Models that go on with a text or a chat among transformers' models, such as GPT-2, Llama and Qwen."""

import msgspec

from granview.core.lane import LaneSpec
from granview.models.base import Progress
from granview.models.causal import CausalAdapter
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.generation_settings import unused_settings
from granview.models.source import Found
from granview.models.text_family import TextFamily
from granview.models.text_loading import load_text


class HfTextGenerationFamily(TextFamily):
    """Models behind transformers' auto class for causal language models."""

    task = "text-generation"

    def load(self, found: Found, spec: LaneSpec, placement: Placement, progress: Progress) -> CausalAdapter:
        """The model and its tokenizer."""
        loaded = load_text(self.task, found, spec, placement)
        notices = (*loaded.facts.notices, *unused_settings(loaded.network))
        facts = msgspec.structs.replace(loaded.facts, notices=notices)
        return CausalAdapter(loaded.network, loaded.tokenizer, facts, spec, placement)


FAMILIES.register("hf-text-generation")(HfTextGenerationFamily())
