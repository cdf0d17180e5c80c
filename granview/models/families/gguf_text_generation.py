"""Language models in GGUF files, whose weights are unpacked to the lane's number format."""

from typing import Final

import msgspec

from granview.core.lane import LaneSpec
from granview.io.model_files.gguf import GgufModel
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.generation.causal_adapter import CausalAdapter
from granview.models.loading.gguf_file import load_gguf_network, load_gguf_tokenizer, read_gguf
from granview.models.loading.pretrained import LIBRARIES, NO_LABELS
from granview.models.loading.source import ResolvedSource
from granview.models.loading.weight_record import WeightRecord
from granview.models.network_adapter import network_facts
from granview.models.variant import DTYPES

_UNPACKED: Final = (
    "The file stores its weights as {formats}; they were unpacked to {precision}, so memory and times are those of "
    "{precision}, and what they say is that of the file's own numbers."
)


class GgufTextGenerationFamily(Family):
    """Files that end in ``.gguf``, named or alone in their folder."""

    task = "text-generation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the source is such a file."""
        return resolved.weights is not None and resolved.weights.suffix.lower() in GgufModel.suffixes

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> CausalAdapter:
        """The network and its tokenizer.

        Raises:
            InputError: the file is damaged.
            UnsupportedModel: transformers cannot read its architecture or its tokenizer.
        """
        assert resolved.weights is not None
        file = read_gguf(resolved.weights)
        record = WeightRecord([resolved.weights])
        progress("unpacking the weights", None)
        network, said = load_gguf_network(file, DTYPES[spec.variant.precision])
        tokenizer = load_gguf_tokenizer(file)
        facts = record.on(network_facts(network, NO_LABELS, spec, placement, (*LIBRARIES, "gguf")))
        unpacked = _UNPACKED.format(formats=file.stored_as(), precision=spec.variant.precision)
        facts = msgspec.structs.replace(facts, notices=(unpacked, *said))
        return CausalAdapter(network, tokenizer, facts, spec, placement)


FAMILIES.register("gguf-text-generation")(GgufTextGenerationFamily())
