"""Embedded segmentation models: U-Net and FCN, full resolution in, full resolution out."""

from collections.abc import Hashable, Sequence

import numpy as np
from torch import Tensor

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.loading.source import ResolvedSource
from granview.models.loading.zoo_folder import is_zoo_folder, load_zoo_folder, zoo_facts
from granview.models.variant import reduced
from granview.zoo.config import ZooConfig
from granview.zoo.normalise import normalise


class ZooSegmentation(SegmentationAdapter):
    """A zoo network: takes any size, and gives logits (N, classes, H, W) at that size."""

    def batch_key(self, subject: Size) -> Hashable:
        """Only samples of one size share a batch: nothing is resized."""
        return subject

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 images of one size to (N, 3, H, W) float32, normalised as in training."""
        return self.pinned(normalise(np.stack(sample_input)))

    def logits(self, output: Tensor) -> Tensor:
        """The network's output is the logits."""
        return output


class ZooSegmentationFamily(Family):
    """Folders in the zoo's own format."""

    task = "image-segmentation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the folder's config says that it is in the zoo's format, and for this task."""
        return is_zoo_folder(resolved, self.task)

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> ZooSegmentation:
        """The network, after its weights were compared with the hash that was shipped."""
        assert resolved.folder is not None
        network, config = load_zoo_folder(resolved.folder)
        facts = zoo_facts(resolved.folder, network, _labels(config), spec, placement)
        return ZooSegmentation(reduced(network, spec.variant), facts, spec, placement)


def _labels(config: ZooConfig) -> LabelSet:
    return LabelSet(tuple(label.name for label in config.labels), tuple(label.color for label in config.labels))


FAMILIES.register("zoo-segmentation")(ZooSegmentationFamily())
