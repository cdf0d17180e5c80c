"""Models of transformers that compare pictures with words: CLIP, SigLIP, SigLIP 2, ALIGN and their like."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from torch import Tensor, nn, sigmoid, softmax

from granview.core.errors import NotFinite, UnsupportedModel
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.predictions.class_scores import ClassScores
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.io.model_config import read_config
from granview.models.adapter import DEFAULT_PARAMS, Image, ModelOutput, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.finite import require_finite
from granview.models.images.class_words import ClassWords
from granview.models.images.image_processor import processed, size_key
from granview.models.loading.picture_models import load_pictures
from granview.models.loading.pretrained import unlabelled
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import WORDS_HEAD, is_transformers, reads_words
from granview.models.network_adapter import NetworkAdapter
from granview.models.texts.tokenizer import load_tokenizer

TASK: Final = "image-classification"
_NOT_COMPILED: Final = "torch.compile does nothing here: a model that reads words is asked for its parts, one by one."


@dataclass(frozen=True)
class PicturesAndWords:
    """A batch.

    Attributes:
        pictures: What the image processor made, by name; the first axis is the pictures.
        words: The classes.
        tokens: Their sentences, by name: (classes, tokens).
        several: Whether a picture may have several of the classes.
    """

    pictures: Mapping[str, Tensor]
    words: ClassWords
    tokens: Mapping[str, Tensor]
    several: bool


class HfZeroShotImageClassification(NetworkAdapter[Image, Size]):
    """A model behind ``AutoModelForZeroShotImageClassification``, with its image processor and tokenizer.

    Agrees with transformers' ``zero-shot-image-classification`` pipeline: softmax over the classes; for SigLIP, where a
    picture may have several classes, a sigmoid each, as that pipeline always does. Where they exclude each other,
    SigLIP's logits go through a softmax too, so that its probabilities compare with those of other lanes. What the
    words mean to the network is computed once for each set of classes.
    """

    task = TASK
    runs_forward_alone = False

    def __init__(
        self,
        network: nn.Module,
        processor: Any,
        tokenizer: Any,
        facts: ModelFacts,
        spec: LaneSpec,
        placement: Placement,
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.processor = processor
        self.tokenizer = tokenizer
        config: Any = self.network.config
        self._model_type = str(config.model_type)
        self._tokens: tuple[ClassWords, Mapping[str, Tensor]] | None = None
        self._embedded: tuple[ClassWords, Tensor] | None = None

    def batch_key(self, subject: Size) -> Hashable:
        """One key for all sizes where the image processor resizes to a fixed size; else the size itself."""
        return size_key(self.processor, *subject)

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> PicturesAndWords:
        """(H, W, 3) uint8 images by the model's image processor, and the classes that the run names.

        Raises:
            InputError: the run names no classes.
            ArgumentError: the sentence has no place for them.
        """
        chosen = task_params(TASK, params)
        words = ClassWords.of(chosen["phrases"], chosen["hypothesis_template"])
        if self._tokens is None or self._tokens[0] != words:
            self._tokens = words, words.tokens(self.tokenizer, self._model_type)
        pictures = {name: self.pinned(tensor) for name, tensor in processed(self.processor, sample_input).items()}
        several = bool(chosen["several_classes"]) and "siglip" in self._model_type
        return PicturesAndWords(pictures, words, self._tokens[1], several)

    def call(self, network: Any, batch: PicturesAndWords) -> tuple[Tensor, PicturesAndWords]:
        """The logits (N, classes), and the batch that they are of."""
        parts: Any = self.network
        embedded = self._embedded
        if embedded is None or embedded[0] != batch.words:
            tokens = {name: tensor.to(self.device) for name, tensor in batch.tokens.items()}
            embedded = self._embedded = batch.words, _unit(parts.get_text_features(**tokens))
        pictures = {name: self._on_device(tensor) for name, tensor in batch.pictures.items()}
        return self._scaled(_unit(parts.get_image_features(**pictures)) @ embedded[1].T), batch

    def batch_length(self, batch: PicturesAndWords) -> int:
        """Pictures in a batch."""
        return len(next(iter(batch.pictures.values())))

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """Probabilities in the order in which the classes were typed."""
        logits, batch = output
        with self.beside_the_next_pass():
            return self.of_each(lambda row: _model_output(row, batch), logits.float().cpu())

    def _on_device(self, tensor: Tensor) -> Tensor:
        dtype = self.dtype if tensor.is_floating_point() else tensor.dtype
        return tensor.to(self.device, dtype, non_blocking=True)

    def _scaled(self, cosine: Tensor) -> Tensor:
        """Logits from cosines (N, classes): by the network's learned scale, and SigLIP's learned offset."""
        network: Any = self.network
        scale = network.logit_scale.exp() if hasattr(network, "logit_scale") else 1 / network.temperature
        logits: Tensor = cosine * scale + getattr(network, "logit_bias", 0)
        return logits


def _unit(features: Any) -> Tensor:
    """Embeddings of length 1, (n, dimensions)."""
    pooled: Tensor = features.pooler_output
    return pooled.div(pooled.norm(dim=-1, keepdim=True))


def _model_output(logits: Tensor, batch: PicturesAndWords) -> ModelOutput:
    finite = require_finite(logits)
    probabilities = sigmoid(finite) if batch.several else softmax(finite, -1)
    return ModelOutput(ClassScores(probabilities.numpy(), batch.several), labels=batch.words.labels)


class HfZeroShotImageClassificationFamily(Family):
    """Folders of models that compare pictures with words."""

    task = TASK

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the config names such a model."""
        if resolved.folder is None:
            return False
        config = read_config(resolved.folder)
        return is_transformers(config) and reads_words(config)

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfZeroShotImageClassification:
        """The model, its image processor and its tokenizer."""
        assert resolved.folder is not None
        loaded = load_pictures(TASK, WORDS_HEAD, resolved, spec, placement, unlabelled)
        _refuse_unknown(loaded.network, resolved.source.name)
        facts = loaded.facts
        if spec.variant.compiled:
            raise UnsupportedModel(_NOT_COMPILED, f"Use the variant {spec.variant.precision}.")
        tokenizer = load_tokenizer(resolved.folder)
        return HfZeroShotImageClassification(loaded.network, loaded.processor, tokenizer, facts, spec, placement)


def _refuse_unknown(network: nn.Module, name: str) -> None:
    has_parts = all(hasattr(network, part) for part in ("get_text_features", "get_image_features"))
    if not has_parts or not (hasattr(network, "logit_scale") or hasattr(network, "temperature")):
        raise UnsupportedModel(
            f"{name} is a {type(network).__name__}, which has no embeddings of pictures and words to compare.",
            "Choose CLIP, SigLIP, ALIGN or one of their like.",
        )


FAMILIES.register("hf-zero-shot-image-classification")(HfZeroShotImageClassificationFamily())
