"""Peak detectors: a Laplacian of a Gaussian, whose local maxima are the points. The smallest model of its kind."""

import json
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from granview.core.errors import NotFinite
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import DEFAULT_PARAMS, Image, ModelOutput, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import NetworkAdapter, network_facts
from granview_points.core.predictions.labelled_points import LabelledPoints

MODEL_TYPE: Final = "peak-detector"
WEIGHTS: Final = "model.safetensors"
LABELS: Final = LabelSet(("spot",), ((230, 159, 0),))


def save_detector(folder: Path, sigma_px: float, threshold: float = 0.15) -> Path:
    """Write a detector of bright spots of a size, as a folder that GranView loads; returns the folder."""
    radius = int(3 * sigma_px) + 1
    y, x = torch.meshgrid(*[torch.arange(-radius, radius + 1.0)] * 2, indexing="ij")
    square = (x**2 + y**2) / (2 * sigma_px**2)
    kernel = (1 - square) * torch.exp(-square)
    kernel -= kernel.mean()
    folder.mkdir(parents=True, exist_ok=True)
    kernel *= 2 / kernel.abs().sum()
    network = new_network(len(kernel))
    network[0].weight.data = torch.stack((kernel.clamp_min(0), -kernel.clamp_max(0)))[:, None]
    network[1].weight.data = torch.tensor((1.0, -1.0))[None, :, None, None]
    save_file(network.state_dict(), folder / WEIGHTS)
    config = {"model_type": MODEL_TYPE, "threshold": threshold, "kernel": 2 * radius + 1}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def new_network(size_px: int) -> nn.Sequential:
    """The light at a spot and the light around it, two maps; and the response, which is their difference."""
    maps = nn.Conv2d(1, 2, size_px, padding=size_px // 2, bias=False)
    return nn.Sequential(maps, nn.Conv2d(2, 1, 1, bias=False))


class PeakDetector(NetworkAdapter[Image, Size]):
    """Finds the local maxima of a filter's response."""

    task = "point-detection"
    threshold: float = 0.0

    def batch_key(self, subject: Size) -> Hashable:
        """Only pictures of one size share a batch."""
        return subject

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 pictures of one size to their brightness, (N, 1, H, W) float32, 0 to 1."""
        return self.pinned(torch.from_numpy(np.stack(sample_input)).float().mean(dim=3)[:, None] / 255)

    def call(self, network: Any, batch: Any) -> Any:
        """The filter's response, (N, 1, H, W)."""
        return network(batch.to(self.device, self.dtype))

    def batch_length(self, batch: Any) -> int:
        """Pictures in a batch."""
        return len(batch)

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """The peaks of each picture's response as points."""
        with self.beside_the_next_pass():
            return self.of_each(lambda response: ModelOutput(self._points(response)), output[:, 0].float())

    def _points(self, response: Tensor) -> LabelledPoints:
        if not bool(torch.isfinite(response).all()):
            raise NotFinite("The model gave values that are no numbers (NaN or infinite).")
        is_peak = (functional.max_pool2d(response[None], 5, 1, 2)[0] == response) & (response > self.threshold)
        rows, columns = torch.nonzero(is_peak, as_tuple=True)
        xy_px = torch.stack((columns, rows), dim=1).float().cpu().numpy() + 0.5
        scores = response[rows, columns].clamp(0, 1).cpu().numpy()
        return LabelledPoints(xy_px.astype(np.float32), np.zeros(len(xy_px), np.uint16), scores.astype(np.float32))


class PeakDetectorFamily(Family):
    """Folders that ``save_detector`` wrote."""

    task = "point-detection"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the folder's config names a peak detector."""
        return resolved.folder is not None and read_config(resolved.folder).get("model_type") == MODEL_TYPE

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> PeakDetector:
        """The filter, from its file of weights."""
        assert resolved.folder is not None
        config = read_config(resolved.folder)
        size = int(config["kernel"])
        network = new_network(size)
        network.load_state_dict(load_file(resolved.folder / WEIGHTS))
        weights = [resolved.folder / WEIGHTS]
        facts = msgspec.structs.replace(
            network_facts(network, LABELS, spec, placement, ()),
            weights_mb=megabytes_of(weights),
            weights_sha256=sha256_of(weights),
        )
        adapter = PeakDetector(network, facts, spec, placement)
        adapter.threshold = float(config["threshold"])
        return adapter


FAMILIES.register(MODEL_TYPE)(PeakDetectorFamily())
