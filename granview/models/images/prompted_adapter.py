"""What models that are prompted share: a picture is encoded once, then each prompt takes the small decoder alone."""

from abc import abstractmethod
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

import numpy as np
import torch
from torch import Tensor

from granview.core import rle
from granview.core.errors import NotFinite
from granview.core.predictions.prompted_masks import PromptedMasks
from granview.core.prompt import ObjectPrompt
from granview.core.rle import Rle
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, ModelOutput, SampleInput, Size
from granview.models.finite import require_finite
from granview.models.images.embeddings import Embedding, EmbeddingCache
from granview.models.network_adapter import NetworkAdapter

KEPT_EMBEDDING: Final = "The picture had been encoded for an earlier prompt: the time is that of this prompt alone."


@dataclass(frozen=True)
class PromptedPicture:
    """One sample of a batch.

    Attributes:
        embedding: The picture.
        prompts: What is asked for.
        was_ready: Whether it had been encoded before the pass that answers them.
    """

    embedding: Embedding
    prompts: tuple[ObjectPrompt, ...]
    was_ready: bool = False

    @property
    def fresh(self) -> "PromptedPicture":
        """The same with an embedding of its own, so that a pass leaves this one as it is."""
        own = self.embedding
        return replace(self, embedding=Embedding(own.pixels, own.scale_xy, own.sizes, own.features))


@dataclass(frozen=True)
class DecodedMasks:
    """What the decoder gave for one sample, on the device.

    Attributes:
        picture: The sample.
        logits: (n, h, w) mask logits in the model's own size, above 0 inside.
        scores: (n,) how good the model thinks each is.
        of_prompt: n indices of prompts.
    """

    picture: PromptedPicture
    logits: Tensor
    scores: Tensor
    of_prompt: Sequence[int]


class PromptedAdapter(NetworkAdapter[SampleInput, Size]):
    """Families say how a picture is encoded, and how prompts are answered.

    The pass of a sample whose picture was encoded before is that of the decoder alone, and says so.

    Attributes:
        asked_by: The prompts that it can answer, in a sentence.
    """

    asked_by: ClassVar[str] = "points and boxes"

    takes_prompts = True
    runs_forward_alone = False
    task = "mask-generation"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._embeddings = EmbeddingCache()

    @abstractmethod
    def prepared(self, sample_input: SampleInput) -> Embedding:
        """A picture as the encoder takes it."""

    @abstractmethod
    def encoded(self, network: Any, pixels: Any) -> Any:
        """What the encoder gives for ``Embedding.pixels``."""

    @abstractmethod
    def decoded(self, network: Any, picture: PromptedPicture) -> DecodedMasks:
        """What the decoder gives for the prompts of a picture that has been encoded."""

    @abstractmethod
    def at_picture_size(self, logits: Tensor, picture: PromptedPicture, size: Size) -> Tensor:
        """(n, h, w) mask logits brought to (n, H, W) of the picture."""

    def batch_key(self, subject: Size) -> Hashable:
        """Any pictures may share a batch: they are encoded one by one."""
        return "any"

    def batch_length(self, batch: Any) -> int:
        """Samples in a batch."""
        return len(batch)

    def preprocess(
        self, sample_input: Sequence[SampleInput], params: RunParams = DEFAULT_PARAMS
    ) -> list[PromptedPicture]:
        """Pictures as the encoder takes them, but for those that it has seen."""
        return [self._picture(one) for one in sample_input]

    def _picture(self, sample_input: SampleInput) -> PromptedPicture:
        embedding = self._embeddings.get(sample_input.key, lambda: self.prepared(sample_input))
        return PromptedPicture(embedding, sample_input.prompts)

    def call(self, network: Any, batch: Sequence[PromptedPicture]) -> list[DecodedMasks]:
        """Encode what has not been, and answer the prompts of each picture."""
        return [self._passed(network, picture) for picture in batch]

    def _passed(self, network: Any, picture: PromptedPicture) -> DecodedMasks:
        embedding = picture.embedding
        picture = replace(picture, was_ready=embedding.is_ready)
        if not embedding.is_ready:
            embedding.features = self.encoded(network, embedding.pixels)
            embedding.pixels = None
        return self.decoded(network, picture)

    def warm_up(self, batch: Sequence[PromptedPicture]) -> None:
        """Encode and answer, but keep no embedding: the pass that is timed encodes as well."""
        self.forward([picture.fresh for picture in batch])

    def count_flops(self, batch: Any) -> int | None:
        """Operations of encoding a picture and answering its prompts; None where it has been encoded before."""
        if any(picture.embedding.is_ready for picture in batch):
            return None
        return super().count_flops([picture.fresh for picture in batch])

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """Masks at the pictures' own sizes, inside where the logits are above 0."""
        with self.beside_the_next_pass():
            return self.of_each(self._masks, output, subjects)

    def _masks(self, decoded_masks: DecodedMasks, size: Size) -> ModelOutput:
        require_finite(decoded_masks.logits.flatten().float())
        require_finite(decoded_masks.scores.float())
        masks: list[Rle] = []
        for logits in torch.split(decoded_masks.logits.float(), _AT_ONCE):
            inside = self.at_picture_size(logits, decoded_masks.picture, size) > 0
            masks += [rle.encode(mask) for mask in inside.cpu().numpy()]
        found = PromptedMasks(
            decoded_masks.picture.prompts,
            tuple(masks),
            np.array(decoded_masks.of_prompt, np.uint16),
            decoded_masks.scores.float().cpu().numpy().astype(np.float32),
            size,
        )
        return ModelOutput(found, tuple(self._notices(decoded_masks)))

    def _notices(self, decoded_masks: DecodedMasks) -> Iterator[str]:
        if decoded_masks.picture.was_ready:
            yield KEPT_EMBEDDING
        n = len(decoded_masks.picture.prompts)
        unanswered = n - len(set(decoded_masks.of_prompt))
        if unanswered:
            yield f"{unanswered} of {n} prompts have no mask; it is asked by {self.asked_by}."


_AT_ONCE: Final = 16
"""So many masks are brought to the picture's size at a time."""


def no_masks(picture: PromptedPicture, device: torch.device) -> DecodedMasks:
    """Of a picture of which nothing was asked that the model can answer."""
    return DecodedMasks(picture, torch.zeros((0, 1, 1), device=device), torch.zeros(0, device=device), ())
