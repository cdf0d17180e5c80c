"""Image classifiers of transformers: ViT, Swin, ConvNeXT, ResNet, EfficientNet, DINOv2 and their like."""

from collections.abc import Hashable, Sequence
from typing import Any, Final

from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.classification_adapter import ClassificationAdapter
from granview.models.images.image_processor import processed, size_key
from granview.models.loading.labels import class_labels
from granview.models.loading.picture_models import load_pictures
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import HEADS, is_transformers, reads_words

TASK: Final = "image-classification"


class HfImageClassification(ClassificationAdapter):
    """A model behind ``AutoModelForImageClassification``, with its own image processor.

    Agrees with transformers' ``image-classification`` pipeline: softmax over classes that exclude each other; a sigmoid
    each where the config's ``problem_type`` is ``multi_label_classification`` or there is one class.
    """

    processor: Any

    def batch_key(self, subject: Size) -> Hashable:
        """One key for all sizes where the image processor resizes to a fixed size; else the size itself."""
        return size_key(self.processor, *subject)

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 images to (N, 3, h, w) float32, by the model's own image processor."""
        return self.pinned(next(iter(processed(self.processor, sample_input).values())))

    def logits(self, output: Any) -> Tensor:
        """The logits in transformers' output."""
        logits: Tensor = output.logits
        return logits


class HfImageClassificationFamily(Family):
    """Folders with a transformers config; those that hold something else than a classifier are refused."""

    task = TASK

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder whose config names no model that reads words as well."""
        if resolved.folder is None:
            return False
        config = read_config(resolved.folder)
        return is_transformers(config) and not reads_words(config)

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfImageClassification:
        """The model and its image processor."""
        loaded = load_pictures(TASK, HEADS[TASK], resolved, spec, placement, class_labels)
        config: Any = loaded.network.config
        several = config.problem_type == "multi_label_classification" or len(loaded.facts.labels) == 1
        adapter = HfImageClassification(loaded.network, loaded.facts, spec, placement, multi_label=several)
        adapter.processor = loaded.processor
        return adapter


FAMILIES.register("hf-image-classification")(HfImageClassificationFamily())
