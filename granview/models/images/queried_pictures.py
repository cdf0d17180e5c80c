"""What adapters of transformers' networks for pictures share: their own image processor, and named inputs."""

import inspect
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import torch
from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, Image, Size
from granview.models.device import Placement
from granview.models.images.detection_adapter import DetectionAdapter
from granview.models.images.image_processor import processed, size_key
from granview.models.loading.pretrained import LoadedObjects

PIXELS: Final = "pixel_values"


class QueriedPictures(DetectionAdapter):
    """A network of transformers that finds objects, with the image processor that was saved beside it.

    Attributes:
        processor: The image processor.
        classes: Which of the network's outputs are classes.
        takes: The names of what the network takes.
    """

    def __init__(self, loaded: LoadedObjects, spec: LaneSpec, placement: Placement) -> None:
        super().__init__(loaded.network, loaded.facts, spec, placement)
        self.processor = loaded.processor
        self.classes = loaded.classes
        self.takes = frozenset(inspect.signature(loaded.network.forward).parameters)

    def batch_key(self, subject: Size) -> Hashable:
        """One key for all sizes where the image processor resizes to a fixed size; else the size itself."""
        return size_key(self.processor, *subject)

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> dict[str, Tensor]:
        """(H, W, 3) uint8 images to what the network takes, by the model's own image processor."""
        return {
            name: self.pinned(tensor)
            for name, tensor in processed(self.processor, sample_input).items()
            if name in self.takes and isinstance(tensor, Tensor)
        }

    def call(self, network: Any, batch: Mapping[str, Tensor]) -> Any:
        """Runs the network; whole numbers keep their type."""
        return network(**{name: self.on_device(tensor) for name, tensor in batch.items()})

    def on_device(self, tensor: Tensor) -> Tensor:
        """A tensor where the network takes it, in its number format where it is one of fractions."""
        dtype = self.dtype if tensor.is_floating_point() else tensor.dtype
        return tensor.to(self.device, dtype, non_blocking=True)

    def batch_length(self, batch: Mapping[str, Tensor]) -> int:
        """Samples in a batch."""
        return len(batch[PIXELS])


def scaled_boxes(boxes_cxcywh: Tensor, size: Size) -> Tensor:
    """Boxes by centre and size, as shares of the picture, to left, top, right, bottom in px: (n, 4) float32."""
    height, width = size
    boxes = boxes_cxcywh.float()
    centre, extent = boxes[:, :2], boxes[:, 2:]
    corners = torch.cat((centre - extent / 2, centre + extent / 2), dim=1)
    return corners * corners.new_tensor((width, height, width, height))
