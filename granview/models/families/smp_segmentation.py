"""Networks of segmentation-models-pytorch: U-Net++, DeepLabV3+, FPN, PSPNet, MAnet, Linknet and the others."""

from collections.abc import Hashable, Sequence
from typing import Any

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import pad

from granview.core.lane import LaneSpec, ModelFacts
from granview.core.model_tasks import SMP_CLASS
from granview.core.run_params import RunParams
from granview.io.model_config import config_if_any, read_config
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.loading.smp_folder import Normalisation, load_smp_folder
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import network_facts
from granview.models.variant import reduced


class SmpSegmentation(SegmentationAdapter):
    """A network of segmentation-models-pytorch.

    Pictures keep their size. Where a network takes only multiples of its output stride, the last row and column are
    repeated up to the next one, and what it says of them is cut off. Of a network of one class, the class is where its
    sigmoid is above a half.
    """

    def __init__(
        self, network: nn.Module, normalisation: Normalisation, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self._multiple_px = _multiple_px(network)
        self._is_bgr = normalisation.is_bgr
        self._mean, self._deviation = (
            torch.tensor(values)[:, None, None] for values in (normalisation.mean, normalisation.std)
        )
        self._scale = normalisation.scale

    def batch_key(self, subject: Size) -> Hashable:
        """Only pictures of one size share a batch: nothing is resized."""
        return subject

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 pictures of one size to (N, 3, H, W) float32, with the encoder's mean and deviation."""
        pixels = torch.from_numpy(np.stack(sample_input)).permute(0, 3, 1, 2).float() / self._scale
        pixels = pixels.flip(1) if self._is_bgr else pixels
        return self.pinned(((pixels - self._mean) / self._deviation).contiguous())

    def call(self, network: Any, batch: Tensor) -> Tensor:
        """Logits (N, classes, H, W) at the pictures' size; of a network of one class (N, 2, H, W), the first 0."""
        height, width = batch.shape[-2:]
        down, right = (-side % self._multiple_px for side in (height, width))
        padded = pad(self.on_device(batch), (0, right, 0, down), mode="replicate")
        masks = _masks(network(padded))[..., :height, :width]
        return torch.cat((torch.zeros_like(masks), masks), dim=1) if masks.shape[1] == 1 else masks

    def logits(self, output: Tensor) -> Tensor:
        """As ``call`` gives them."""
        return output


class SmpSegmentationFamily(Family):
    """Folders whose ``config.json`` names a class of segmentation-models-pytorch."""

    task = "image-segmentation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it does."""
        return resolved.folder is not None and SMP_CLASS in config_if_any(resolved.folder)

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> SmpSegmentation:
        """The network with the folder's weights.

        Raises:
            ModelError: as ``load_smp_folder`` says.
        """
        assert resolved.folder is not None
        found = load_smp_folder(resolved.folder, read_config(resolved.folder))
        facts = msgspec.structs.replace(
            network_facts(found.network, found.labels, spec, placement, ("segmentation-models-pytorch",)),
            weights_mb=megabytes_of(found.files),
            weights_sha256=sha256_of(found.files),
            notices=found.notices,
        )
        network = reduced(found.network, spec.variant)
        return SmpSegmentation(network, found.normalisation, facts, spec, placement)


def _multiple_px(network: Any) -> int:
    """Both sides of what it takes must be multiples of so many px."""
    return int(network.encoder.output_stride) if network.requires_divisible_input_shape else 1


def _masks(output: Any) -> Tensor:
    """A network with a second head, which says what is in the picture as a whole, gives both."""
    masks: Tensor = output[0] if isinstance(output, tuple) else output
    return masks


FAMILIES.register("smp-segmentation")(SmpSegmentationFamily())
