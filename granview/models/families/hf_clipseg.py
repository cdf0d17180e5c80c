"""CLIPSeg of transformers (Lüddecke and Ecker, 2022): one mask for each phrase."""

from collections.abc import Mapping
from typing import Any, ClassVar

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


class HfClipSeg(PhraseAdapter):
    """CLIP's activations of the picture, kept; a decoder that a phrase conditions.

    A mask is where the probability is above one half, and its score the mean probability within.
    """

    tokenizing: ClassVar[Mapping[str, Any]] = {"padding": True}

    def encoded(self, network: Any, pixels: Tensor) -> tuple[Tensor, ...]:
        """The hidden states that the decoder looks at."""
        clip = network.clip
        output = clip.get_image_features(pixels.to(self.device, self.dtype), output_hidden_states=True)
        return tuple(output.hidden_states[layer + 1] for layer in network.extract_layers)

    def masks_of(self, network: Any, features: tuple[Tensor, ...], phrase: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """One mask."""
        condition = network.get_conditional_embeddings(batch_size=1, **phrase)
        logits: Tensor = network.decoder(features, condition).logits
        logits = logits.reshape(1, *logits.shape[-2:]).float()
        inside = logits > 0
        probability = torch.sigmoid(logits)
        score = probability[inside].mean() if bool(inside.any()) else probability.max()
        return logits, score[None]

    def at_picture_size(self, logits: Tensor, picture: PromptedPicture, size: Size) -> Tensor:
        """Upsampled bilinearly: its processor stretches the picture, and cuts nothing off."""
        return torch.nn.functional.interpolate(logits[None], size, mode="bilinear", align_corners=False)[0]


class HfClipSegFamily(Family):
    """Folders with the transformers config of a CLIPSeg."""

    task = "mask-generation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the config's model type says so."""
        return resolved.folder is not None and read_config(resolved.folder).get("model_type") == "clipseg"

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> HfClipSeg:
        """The model and its processor."""
        from transformers import CLIPSegForImageSegmentation

        network, facts, processor = load_hf(
            CLIPSegForImageSegmentation,
            resolved,
            spec,
            placement,
            processor_of=load_joint_processor,
            labels_of=lambda _: (PROMPTED, ()),
        )
        return HfClipSeg(network, processor, facts, spec, placement)


FAMILIES.register("hf-clipseg")(HfClipSegFamily())
