"""Networks built as torchvision's detectors are: lists of pictures in, boxes of each out, with or without masks."""

from collections.abc import Hashable, Sequence
from typing import Any, Final, NamedTuple

import torch
from torch import Tensor, nn

from granview.core import rle
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.rle import Rle
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, Image, Size
from granview.models.device import Placement
from granview.models.images.detection_adapter import DetectionAdapter
from granview.models.images.finite_watch import FiniteWatch
from granview.models.images.scored_objects import MaskOf, ScoredObjects
from granview.models.loading.object_labels import ObjectLabels
from granview.models.threads import one_thread

MASK_THRESHOLD: Final = 0.5
"""Probability above which a pixel is the object's, as in torchvision's own evaluation on COCO."""

INSTANCES: Final = "instance-segmentation"


class Pictures(NamedTuple):
    """A batch of pictures.

    Attributes:
        pixels: Of each (3, H, W) float32, 0 to 1.
        at_most: How many objects of each are kept.
    """

    pixels: list[Tensor]
    at_most: int


class RegionOutput(NamedTuple):
    """What the network gave of one picture.

    Attributes:
        boxes: Its dictionary: ``boxes``, ``labels``, ``scores``, and ``masks`` (n, 1, h, w) within the boxes.
        is_finite: Whether the features that it was made of are numbers.
    """

    boxes: dict[str, Tensor]
    is_finite: Tensor


class RegionDetector(DetectionAdapter):
    """A network of torchvision's detection classes, which resizes, batches and suppresses doubles by itself.

    It says all from a score of 0 on, not from torchvision's 0.05 (0.2 for FCOS): the threshold is the user's, and
    precision at high recall lies below it. Its masks stay small until they are made to runs, one after another, so that
    a hundred objects take no hundred pictures of memory. Where boxes alone are wanted, masks are not computed at all.

    Args:
        network: With ``transform``, ``backbone`` and heads as torchvision names them.
        classes: Which of its outputs are classes of objects; the first one may be the background.
        facts: What is known of it.
        spec: The lane's specification.
        placement: Where it runs.
    """

    runs_forward_alone = False

    def __init__(
        self, network: nn.Module, classes: ObjectLabels, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self._class_of = _class_by_output(classes).to(self.device)
        self._last = _last_stage(self.network)
        self._last.score_thresh = 0.0
        if self.task != INSTANCES and hasattr(self._last, "mask_roi_pool"):
            self._last.mask_roi_pool = None
        self.network.transform = UnpastedMasks(self.network.get_submodule("transform"))
        self._watch = FiniteWatch(self.network)

    def batch_key(self, subject: Size) -> Hashable:
        """Only samples of one size share a batch: larger ones would pad the smaller."""
        return subject

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Pictures:
        """(H, W, 3) uint8 images to (3, H, W) float32 of 0 to 1, as torchvision's transforms do."""
        with one_thread():
            pixels = [self.pinned(torch.tensor(image).permute(2, 0, 1).contiguous() / 255) for image in sample_input]
        return Pictures(pixels, self.at_most(params))

    def call(self, network: Any, batch: Pictures) -> list[RegionOutput]:
        """Runs the network."""
        self._last.detections_per_img = batch.at_most
        with self._watch.over(len(batch.pixels)) as is_finite:
            boxes = network([pixels.to(self.device, self.dtype, non_blocking=True) for pixels in batch.pixels])
        return [RegionOutput(*one) for one in zip(boxes, is_finite(), strict=True)]

    def batch_length(self, batch: Pictures) -> int:
        """Samples in a batch."""
        return len(batch.pixels)

    def of_pictures(self, output: list[RegionOutput]) -> list[RegionOutput]:
        """What the network gave of each picture."""
        return output

    def objects(self, output: RegionOutput, size: Size, params: RunParams) -> ScoredObjects:
        """The boxes whose output is a class, and their masks where the network has them."""
        self._watch.require(output.is_finite)
        class_ids = self._class_of[output.boxes["labels"]]
        is_class = class_ids >= 0
        boxes, masks = output.boxes["boxes"][is_class].float(), output.boxes.get("masks")
        mask_of = None if masks is None else pasted(masks[is_class], boxes, size)
        return ScoredObjects(boxes, class_ids[is_class], output.boxes["scores"][is_class].float(), mask_of)


class UnpastedMasks(nn.Module):
    """A detector's transform that brings boxes to the picture's own size, and leaves masks within their boxes.

    Args:
        transform: The transform itself.
    """

    def __init__(self, transform: nn.Module) -> None:
        super().__init__()
        self.inner = transform

    def forward(self, images: Any, targets: Any = None) -> Any:
        """What the transform itself does before the network."""
        return self.inner(images, targets)

    def postprocess(self, detections: list[dict[str, Tensor]], shapes: list[Size], sizes: list[Size]) -> Any:
        """Boxes in px of pictures of ``sizes``, from those in the network's ``shapes``."""
        from torchvision.models.detection.transform import resize_boxes

        for one, shape, size in zip(detections, shapes, sizes, strict=True):
            one["boxes"] = resize_boxes(one["boxes"], shape, size)
        return detections


def pasted(masks: Tensor, boxes: Tensor, size: Size) -> MaskOf:
    """Makes the mask of an object in its picture, pixel for pixel as torchvision's ``paste_masks_in_image`` does.

    Args:
        masks: (n, 1, h, w), probabilities within the boxes.
        boxes: (n, 4) float32 px of the picture.
        size: Its (height, width) in px.
    """
    from torchvision.models.detection.roi_heads import expand_boxes, expand_masks

    padded, scale = expand_masks(masks.float(), padding=1)
    corners = expand_boxes(boxes, scale).to(torch.int64).cpu().tolist()

    def mask_of(place: int) -> Rle:
        left, top, right, bottom = corners[place]
        extent = (max(bottom - top + 1, 1), max(right - left + 1, 1))
        whole = nn.functional.interpolate(padded[place][None], size=extent, mode="bilinear", align_corners=False)
        return rle.encode_within((whole[0, 0] > MASK_THRESHOLD).cpu().numpy(), left, top, size)

    return mask_of


def _class_by_output(classes: ObjectLabels) -> Tensor:
    """The class of each output, -1 where it is none."""
    class_of = torch.full((classes.count,), -1)
    class_of[list(classes.outputs)] = torch.arange(len(classes.outputs))
    return class_of


def _last_stage(network: nn.Module) -> Any:
    """The part that decides which boxes are said."""
    return network.get_submodule("roi_heads") if hasattr(network, "roi_heads") else network
