"""Otsu's threshold: bright pixels are foreground. The smallest baseline there is, with no weights at all."""

from collections.abc import Hashable, Sequence
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.labels import BACKGROUND, FOREGROUND, LabelSet
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import network_facts

FORMAT: Final = "otsu/1"
LABELS: Final = LabelSet((BACKGROUND, FOREGROUND), ((0, 0, 0), (86, 180, 233)))


class OtsuThreshold(nn.Module):
    """The threshold that parts grey values into two groups that differ most (Otsu 1979, IEEE Trans. SMC 9)."""

    def forward(self, grey: Tensor) -> Tensor:
        """Logits (N, 2, H, W) of background and foreground for grey values (N, H, W), 0 to 255."""
        above = torch.stack([each - self.threshold(each) for each in grey])
        return torch.stack((-above, above), dim=1)

    def threshold(self, grey: Tensor) -> Tensor:
        """The threshold of one picture."""
        counts = torch.histc(grey.float(), 256, 0, 255)
        values = torch.arange(256.0, device=grey.device)
        below, sum_below = counts.cumsum(0), (counts * values).cumsum(0)
        above, sum_above = below[-1] - below, sum_below[-1] - sum_below
        apart = sum_below / below.clamp_min(1) - sum_above / above.clamp_min(1)
        return values[(below * above * apart**2).argmax()] + 0.5


class Otsu(SegmentationAdapter):
    """Otsu's threshold as a lane."""

    def batch_key(self, subject: Size) -> Hashable:
        """Only pictures of one size share a batch."""
        return subject

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 pictures of one size to grey values (N, H, W) float32, 0 to 255."""
        return self.pinned(torch.from_numpy(np.stack(sample_input)).float().mean(dim=3))

    def logits(self, output: Tensor) -> Tensor:
        """What the threshold returned."""
        return output


class OtsuFamily(Family):
    """Folders whose ``config.json`` says ``{"format": "otsu/1"}``."""

    def __init__(self, task: str) -> None:
        self.task = task

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the config names Otsu's threshold."""
        return resolved.folder is not None and read_config(resolved.folder).get("format") == FORMAT

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> Otsu:
        """The threshold; there is nothing to read."""
        network = OtsuThreshold()
        return Otsu(network, network_facts(network, LABELS, spec, placement, ()), spec, placement)


FAMILIES.register("otsu")(OtsuFamily("image-segmentation"))
FAMILIES.register("otsu-counting")(OtsuFamily("object-counting"))
