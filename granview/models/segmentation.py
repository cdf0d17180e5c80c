"""What every family of semantic segmentation models shares: from a batch of pixels to label maps."""

from abc import abstractmethod
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from granview.core.errors import ModelError
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.messages import Cost, RunParams
from granview.core.prediction import Prediction
from granview.models.base import UNWATCHED, ImageAdapter, Said, Size, Watcher
from granview.models.device import Placement
from granview.models.label_maps import label_map, softmax_of_highest
from granview.models.threads import one_thread
from granview.models.variant import DTYPES, compiled, in_words, prepare


class SegmentationAdapter(ImageAdapter):
    """A network that gives logits (N, classes, h, w) for a batch of pixels (N, 3, H, W).

    Families say how images become a batch, and where the logits are in what their network returns.

    Args:
        network: The network as its library built it, with its weights.
        facts: What is known of it.
        spec: The lane's specification.
        placement: Where it runs.
    """

    task = "image-segmentation"

    def __init__(self, network: nn.Module, facts: ModelFacts, spec: LaneSpec, placement: Placement) -> None:
        self.facts = facts
        self._variant = spec.variant
        self._device = placement.device
        self._dtype = DTYPES[spec.variant.precision]
        self._network = prepare(network, spec.variant, placement.device)
        self._run = compiled(self._network, spec.variant)
        self._side_stream = _new_stream(placement.device)

    @abstractmethod
    def logits(self, output: Any) -> Tensor:
        """The logits (N, classes, h, w) in what the network returned."""

    def call(self, network: Any, batch: Any) -> Any:
        """What a network returns for a batch from ``preprocess``; here a tensor (N, 3, H, W) float32."""
        return network(self.on_device(batch))

    def batch_length(self, batch: Any) -> int:
        """Samples in a batch."""
        return len(batch)

    def forward(self, batch: Any, watcher: Watcher = UNWATCHED) -> Any:
        """Runs the network on a batch; returns what the network returned, on the device."""
        try:
            with torch.inference_mode():
                return self.call(self._run, batch)
        except Exception as error:
            raise in_words(error, self._variant, self._device) from error

    def synchronize(self) -> None:
        """Waits until the device has done what it was given."""
        if self._device.type == "cuda":
            torch.cuda.synchronize(self._device)

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[Said]:
        """Label maps at the samples' own sizes: logits upsampled bilinearly, in float32, then the highest class.

        On a GPU this runs on a stream of its own, beside the next forward pass.
        """
        try:
            with one_thread(), torch.inference_mode(), torch.cuda.stream(self._side_stream):
                return [Said(label_map) for label_map in self.label_maps(output, subjects, params.confidence)]
        except Exception as error:
            raise in_words(error, self._variant, self._device) from error

    def label_maps(self, output: Any, sizes: Sequence[Size], confidence: bool) -> list[Prediction]:
        """``postprocess`` for models that give logits; called in inference mode, on the side stream."""
        probability = softmax_of_highest if confidence else None
        return [
            label_map(self.checked(logits), size, probability)
            for logits, size in zip(self.logits(output), sizes, strict=True)
        ]

    def count_flops(self, batch: Any) -> int | None:
        """Operations of one sample's forward pass, by torch's counter; None where it meets what it cannot count."""
        counter = FlopCounterMode(display=False)
        try:
            with torch.inference_mode(), counter:
                self.call(self._network, batch)
        except RuntimeError:
            return None
        return int(counter.get_total_flops()) // self.batch_length(batch)

    def measured_cost(self) -> Cost:
        """The most CUDA memory that torch held, where the model runs on CUDA."""
        if self._device.type != "cuda":
            return Cost()
        return Cost(peak_cuda_mb=torch.cuda.max_memory_allocated(self._device) / 1e6)

    def pinned(self, batch: Tensor) -> Tensor:
        """The batch where it can be copied to the device without waiting."""
        return batch.pin_memory() if self._device.type == "cuda" else batch

    def on_device(self, pixels: Tensor) -> Tensor:
        """Pixels where and in the number format in which the network takes them."""
        return pixels.to(self._device, self._dtype, non_blocking=True)

    def checked(self, logits: Tensor) -> Tensor:
        """Logits (classes, h, w), after their classes were counted.

        Raises:
            ModelError: there are more or fewer than the config names.
        """
        if len(logits) != len(self.facts.labels):
            raise ModelError(
                f"The model gives {len(logits)} classes, but its config names {len(self.facts.labels)}.",
                "Correct id2label in config.json.",
            )
        return logits


def _new_stream(device: torch.device) -> torch.cuda.Stream | None:
    return torch.cuda.Stream(device) if device.type == "cuda" else None  # type: ignore[no-untyped-call]


def segmentation_facts(
    network: nn.Module, labels: LabelSet, spec: LaneSpec, placement: Placement, libraries: Sequence[str]
) -> ModelFacts:
    """The facts that any network tells, before its weights are cast; the weight files' fields are None."""
    return ModelFacts(
        labels=labels,
        architecture=type(network).__name__,
        params=sum(parameter.numel() for parameter in network.parameters()),
        weights_mb=None,
        weights_sha256=None,
        device=str(placement.device),
        device_name=placement.name,
        load_s=0.0,
        versions={name: version(name) for name in ("torch", *libraries)},
    )
