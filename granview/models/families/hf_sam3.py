"""SAM 3 of transformers: every object that a phrase names."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

import torch
from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.predictions.prompted_masks import PROMPTED
from granview.io.model_config import read_config
from granview.models.adapter import Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.phrase_adapter import PhraseAdapter
from granview.models.images.prompted_adapter import PromptedPicture
from granview.models.loading.pretrained import load_hf, load_joint_processor
from granview.models.loading.source import ResolvedSource

LEAST_SCORE: Final = 0.3
"""From this score on an object counts as found, as the library has it."""


class HfSam3(PhraseAdapter):
    """An object's score is that of its query times the probability that the phrase names anything at all."""

    tokenizing: ClassVar[Mapping[str, Any]] = {"padding": "max_length", "max_length": 32}

    def encoded(self, network: Any, pixels: Tensor) -> Any:
        """The features of the vision encoder."""
        return network.get_vision_features(pixels.to(self.device, self.dtype))

    def masks_of(self, network: Any, features: Any, phrase: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The objects with a score above ``LEAST_SCORE``, those with the surest first."""
        output = network(vision_embeds=features, **phrase)
        scores = output.pred_logits[0].float().sigmoid()
        if output.presence_logits is not None:
            scores = scores * output.presence_logits[0].float().sigmoid()
        order = scores.argsort(descending=True)
        kept = order[~(scores[order] <= LEAST_SCORE)]  # what is no number stays, so that it is told
        return output.pred_masks[0][kept].float(), scores[kept]

    def at_picture_size(self, logits: Tensor, picture: PromptedPicture, size: Size) -> Tensor:
        """As the library does: probabilities are upsampled, and a pixel above one half is inside."""
        probability = torch.sigmoid(logits)
        return torch.nn.functional.interpolate(probability[None], size, mode="bilinear", align_corners=False)[0] - 0.5


class HfSam3Family(Family):
    """Folders with the transformers config of a SAM 3."""

    task = "mask-generation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the config's model type says so."""
        return resolved.folder is not None and read_config(resolved.folder).get("model_type") == "sam3"

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> HfSam3:
        """The model and its processor."""
        from transformers import Sam3Model

        network, facts, processor = load_hf(
            Sam3Model,
            resolved,
            spec,
            placement,
            processor_of=load_joint_processor,
            labels_of=lambda _: (PROMPTED, ()),
        )
        return HfSam3(network, processor, facts, spec, placement)


FAMILIES.register("hf-sam3")(HfSam3Family())
