"""Detectors of transformers: DETR, Deformable DETR, RT-DETR, D-FINE, RF-DETR, YOLOS and their like."""

from collections.abc import Iterable
from typing import Any

from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.models.adapter import Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.queried_pictures import QueriedPictures, scaled_boxes
from granview.models.images.query_scores import best_queries
from granview.models.images.scored_objects import ScoredObjects
from granview.models.loading.pretrained import load_objects
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import PHRASE_HEAD, is_transformers


class HfObjectDetection(QueriedPictures):
    """A model behind ``AutoModelForObjectDetection``, with its own image processor.

    Agrees with the image processor's ``post_process_object_detection`` with a threshold of 0, in float32.
    """

    def of_pictures(self, output: Any) -> Iterable[tuple[Tensor, Tensor]]:
        """The logits (queries, outputs) and boxes (queries, 4) of each picture."""
        return zip(output.logits, output.pred_boxes, strict=True)

    def objects(self, output: tuple[Tensor, Tensor], size: Size, params: RunParams) -> ScoredObjects:
        """The boxes of the surest queries."""
        logits, boxes = output
        chosen = best_queries(logits, self.classes, self.at_most(params))
        return ScoredObjects(scaled_boxes(boxes[chosen.queries], size), chosen.class_ids, chosen.scores)


class HfObjectDetectionFamily(Family):
    """Folders with the config of a transformers model; those of another kind are refused."""

    task = "object-detection"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder that the family of open vocabulary does not take."""
        if resolved.folder is None:
            return False
        config = read_config(resolved.folder)
        return is_transformers(config) and config.get("model_type") not in PHRASE_HEAD.classes()

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfObjectDetection:
        """The model and its image processor."""
        return HfObjectDetection(load_objects(resolved, spec, placement), spec, placement)


FAMILIES.register("hf-object-detection")(HfObjectDetectionFamily())
