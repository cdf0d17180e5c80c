"""Objects from an exported detector."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import torch
from torch import Tensor

from granview.core.errors import ModelError, NotFinite
from granview.core.exported_model import OutputKind
from granview.core.run_params import RunParams
from granview.models.adapter import ModelOutput, Size
from granview.models.exported.picture_adapter import ExportedPictures, Outputs
from granview.models.exported.picture_input import Fit
from granview.models.images.scored_objects import ScoredObjects, instances_of, most_detections

_LEAST_SCORE: Final = 0.001
"""Boxes below it are left out before doubles are, as YOLO's own evaluation does; thousands of them say nothing."""

InputBoxes = tuple[Tensor, Tensor, Tensor]
"""Boxes (n, 4) px of the input, classes (n,) and scores (n,) of one picture."""


class ExportedDetection(ExportedPictures):
    """Boxes as torchvision, DETR or YOLO give them."""

    def postprocess(
        self, output: Outputs, subjects: Sequence[Size], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """The objects of each picture, in its own px."""
        outputs, fits = output
        read = _READERS[self.description.output.kind]
        with self.beside_the_next_pass():
            return self.of_each(
                lambda parts, fit: self._model_output(read(self, parts, fit), fit, params), self._each(outputs), fits
            )

    def _each(self, outputs: dict[str, Tensor]) -> Iterator[list[Tensor]]:
        """The outputs of each picture; a file for one picture may have no axis of pictures."""
        n = len(self.description.output.names) or len(outputs)
        tensors = [self.read(outputs, place).float().cpu() for place in range(n)]
        if self.description.output.kind == "torchvision" and tensors[0].ndim == 2:
            yield tensors
            return
        for parts in zip(*tensors, strict=True):
            yield list(parts)

    def _model_output(self, boxes_of: InputBoxes, fit: Fit, params: RunParams) -> ModelOutput:
        boxes, class_ids, scores = boxes_of
        if len(class_ids) and int(class_ids.max()) >= len(self.facts.labels):
            raise ModelError(
                f"The network says class {int(class_ids.max())}, but {len(self.facts.labels)} are named.",
                "Correct output.classes in its description.",
            )
        objects = ScoredObjects(fit.boxes(boxes), class_ids.long(), scores)
        return ModelOutput(instances_of(objects, fit.size, most_detections(self.task, params)))


def _of_torchvision(adapter: ExportedDetection, parts: list[Tensor], fit: Fit) -> InputBoxes:
    boxes, labels, scores = parts
    return boxes, labels, scores


def _of_detr(adapter: ExportedDetection, parts: list[Tensor], fit: Fit) -> InputBoxes:
    """Softmax without the last output where that is one more than there are classes, else a sigmoid each."""
    logits, boxes = parts
    n = len(adapter.facts.labels)
    scores = logits.softmax(-1)[:, :-1] if logits.shape[-1] == n + 1 else logits.sigmoid()
    if scores.shape[-1] != n:
        raise ModelError(
            f"The network gives {logits.shape[-1]} outputs for {n} classes.",
            "Correct output.classes in its description.",
        )
    flat = scores.flatten()
    corners = _corners(boxes) * boxes.new_tensor((fit.whole[1], fit.whole[0])).repeat(2)
    return corners.repeat_interleave(n, 0), torch.arange(n).repeat(len(scores)), flat


def _of_yolo(adapter: ExportedDetection, parts: list[Tensor], fit: Fit) -> InputBoxes:
    """The surest class of each box; of boxes of one class that overlap the surest."""
    from torchvision.ops import batched_nms

    columns = parts[0].T
    scores, class_ids = columns[:, 4:].max(1)
    kept = scores > _LEAST_SCORE
    boxes, scores, class_ids = _corners(columns[kept, :4]), scores[kept], class_ids[kept]
    surest = batched_nms(boxes, scores, class_ids, adapter.description.output.iou)
    return boxes[surest], class_ids[surest], scores[surest]


def _of_yolo_end_to_end(adapter: ExportedDetection, parts: list[Tensor], fit: Fit) -> InputBoxes:
    rows = parts[0]
    return rows[:, :4], rows[:, 5], rows[:, 4]


def _corners(boxes_cxcywh: Tensor) -> Tensor:
    centre, half = boxes_cxcywh[:, :2], boxes_cxcywh[:, 2:] / 2
    return torch.cat([centre - half, centre + half], 1)


_READERS: Final[Mapping[OutputKind, Callable[[Any, list[Tensor], Fit], InputBoxes]]] = {
    "torchvision": _of_torchvision,
    "detr": _of_detr,
    "yolo": _of_yolo,
    "yolo-end-to-end": _of_yolo_end_to_end,
}
