"""Models that are prompted by phrases: a picture and its phrases go through their own encoders, then meet."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, SampleInput
from granview.models.device import Placement
from granview.models.images.embeddings import Embedding
from granview.models.images.prompted_adapter import DecodedMasks, PromptedAdapter, PromptedPicture, no_masks
from granview.models.images.sought_phrases import check_length


class PhraseAdapter(PromptedAdapter):
    """A model with a joint processor of pictures and phrases. Points and boxes say nothing to it.

    Attributes:
        tokenizing: How its tokenizer is to pad phrases, and what it reads at most.
    """

    asked_by = "phrases"
    tokenizing: ClassVar[Mapping[str, Any]] = {}

    def __init__(
        self, network: nn.Module, processor: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.processor = processor

    def preprocess(
        self, sample_input: Sequence[SampleInput], params: RunParams = DEFAULT_PARAMS
    ) -> list[PromptedPicture]:
        """Pictures as the encoder takes them.

        Raises:
            ArgumentError: a phrase has more tokens than the model reads.
        """
        longest = self.tokenizing.get("max_length", self.processor.tokenizer.model_max_length)
        phrases = [prompt.phrase for one in sample_input for prompt in one.prompts if prompt.phrase]
        check_length(self.processor.tokenizer, phrases, longest)
        return super().preprocess(sample_input, params)

    @abstractmethod
    def masks_of(self, network: Any, features: Any, phrase: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """(n, h, w) mask logits and (n,) scores of what a phrase names.

        Args:
            network: The network, compiled or not.
            features: The picture's, as ``encoded`` gave them.
            phrase: The processor's tensors, on the device.
        """

    def prepared(self, sample_input: SampleInput) -> Embedding:
        """Pixels as its processor makes them."""
        pixels = sample_input.main if sample_input.main.flags.writeable else np.array(sample_input.main)
        made = self.processor.image_processor(images=pixels, return_tensors="pt")
        return Embedding(made["pixel_values"], (1.0, 1.0), {})

    def decoded(self, network: Any, picture: PromptedPicture) -> DecodedMasks:
        """The masks of every phrase, one after another."""
        asked = [(place, prompt.phrase) for place, prompt in enumerate(picture.prompts) if prompt.phrase]
        if not asked:
            return no_masks(picture, self.device)
        features = picture.embedding.features
        decoded_masks = [self.masks_of(network, features, self._tokens(phrase)) for _, phrase in asked]
        logits, scores = (torch.cat(column) for column in zip(*decoded_masks, strict=True))
        of_prompt = [place for (place, _), (_, own) in zip(asked, decoded_masks, strict=True) for _ in range(len(own))]
        return DecodedMasks(picture, logits, scores, of_prompt)

    def _tokens(self, phrase: str) -> dict[str, Tensor]:
        made = self.processor.tokenizer(phrase, **self.tokenizing, return_tensors="pt")
        return {name: made[name].to(self.device) for name in ("input_ids", "attention_mask") if name in made}
