"""Detectors of open vocabulary, of transformers: OWL-ViT, OWLv2, Grounding DINO."""

from collections.abc import Iterable, Sequence
from typing import Any

from torch import Tensor

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.palette import class_colors
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.finite import require_finite
from granview.models.images.queried_pictures import QueriedPictures, scaled_boxes
from granview.models.images.scored_objects import ScoredObjects
from granview.models.images.sought_phrases import PHRASE_READERS, ReadPhrases, phrases_of
from granview.models.loading.object_labels import ObjectLabels
from granview.models.loading.pretrained import NO_LABELS, LoadedObjects, load_objects
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import PHRASE_HEAD, has_head
from granview.models.texts.tokenizer import load_tokenizer


class HfZeroShotObjectDetection(QueriedPictures):
    """A model behind ``AutoModelForZeroShotObjectDetection``: its classes are the phrases that the run names.

    Args:
        loaded: The network and its image processor.
        tokenizer: Its tokenizer.
        spec: The lane's specification.
        placement: Where it runs.
    """

    def __init__(self, loaded: LoadedObjects, tokenizer: Any, spec: LaneSpec, placement: Placement) -> None:
        super().__init__(loaded, spec, placement)
        self._tokenizer = tokenizer
        self._config: Any = loaded.network.config
        self._read: dict[tuple[str, ...], ReadPhrases] = {}

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> dict[str, Tensor]:
        """(H, W, 3) uint8 images by the model's image processor, and the phrases for each of them.

        Raises:
            InputError: the run names no phrases.
            ArgumentError: they are longer than the model reads.
        """
        phrases = self._phrases(params)
        return {**super().preprocess(sample_input, params), **phrases.of_batch(len(sample_input))}

    def of_pictures(self, output: Any) -> Iterable[tuple[Tensor, Tensor]]:
        """The logits (queries, outputs) and boxes (queries, 4) of each picture."""
        return zip(output.logits, output.pred_boxes, strict=True)

    def objects(self, output: tuple[Tensor, Tensor], size: Size, params: RunParams) -> ScoredObjects:
        """The boxes of the surest queries."""
        logits, boxes = output
        phrases = self._phrases(params)
        chosen = phrases.best_queries(require_finite(logits.float()), self.at_most(params))
        shown = phrases.shown_size(size)
        return ScoredObjects(scaled_boxes(boxes[chosen.queries], shown), chosen.class_ids, chosen.scores)

    def asked(self, params: RunParams) -> LabelSet:
        """The phrases as classes."""
        names = phrases_of(self.task, params)
        return LabelSet(names, class_colors(names), None)

    def _phrases(self, params: RunParams) -> ReadPhrases:
        wanted = phrases_of(self.task, params)
        phrases = self._read.get(wanted)
        if phrases is None:
            phrases = PHRASE_READERS[self._config.model_type].read(self._tokenizer, self._config, wanted)
            self._read = {wanted: phrases}
        return phrases


def _unnamed(config: Any) -> ObjectLabels:
    """The classes of a model that knows none."""
    return ObjectLabels(NO_LABELS, (), 0)


class HfZeroShotObjectDetectionFamily(Family):
    """Folders with the transformers config of a detector that reads phrases."""

    task = "object-detection"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the config is that of one."""
        return resolved.folder is not None and has_head(read_config(resolved.folder), PHRASE_HEAD)

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfZeroShotObjectDetection:
        """The model, its image processor and its tokenizer."""
        assert resolved.folder is not None
        loaded = load_objects(resolved, spec, placement, _unnamed)
        return HfZeroShotObjectDetection(loaded, load_tokenizer(resolved.folder), spec, placement)


FAMILIES.register("hf-zero-shot-object-detection")(HfZeroShotObjectDetectionFamily())
