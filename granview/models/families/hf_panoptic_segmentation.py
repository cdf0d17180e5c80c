"""Panoptic segmentation of transformers: Mask2Former, MaskFormer, OneFormer, EoMT, DETR with masks."""

import inspect
from collections.abc import Sequence
from typing import Final

import msgspec
import torch

from granview.core import rle
from granview.core.errors import ArgumentError
from granview.core.instance_params import STUFF
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.io.model_config import read_config
from granview.models.adapter import Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.mask_queries import MaskQueries, QueryOutput
from granview.models.images.panoptic_segments import segments_of
from granview.models.images.query_scores import sure_queries
from granview.models.images.scored_objects import ScoredObjects
from granview.models.images.universal_networks import load_universal
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import is_transformers

_SCORE: Final = 0.5
"""From which score a query takes part, where its image processor has no threshold of its own."""

_NO_STUFF: Final = (
    "Configs do not say which classes are stuff, which cannot be counted: unless the run names them (stuff), several "
    "segments of one class stay apart."
)


class HfPanopticSegmentation(MaskQueries):
    """Segments at the picture's own size, by the papers' procedure and with transformers' thresholds.

    Queries take part from the score from which the model's own image processor lets them.
    """

    def objects(self, output: QueryOutput, size: Size, params: RunParams) -> ScoredObjects:
        """The segments, and a notice of those that others cover."""
        chosen = sure_queries(output.logits, self.classes, self._threshold)
        segments, hidden = segments_of(chosen, self.masks(output, size), self._stuff(params))
        masks = [rle.encode(segment.mask.cpu().numpy()) for segment in segments]
        return ScoredObjects(
            torch.from_numpy(rle.boxes_xyxy(masks)),
            torch.tensor([segment.class_id for segment in segments], dtype=torch.int64),
            torch.tensor([segment.score for segment in segments]),
            masks.__getitem__,
            _notices(hidden),
            torch.tensor([segment.is_stuff for segment in segments], dtype=torch.bool),
        )

    @property
    def _threshold(self) -> float:
        method = getattr(self.processor, "post_process_panoptic_segmentation", None)
        declared = inspect.signature(method).parameters if method is not None else {}
        return float(declared["threshold"].default) if "threshold" in declared else _SCORE

    def _stuff(self, params: RunParams) -> Sequence[int]:
        """The classes that the run names as stuff.

        Raises:
            ArgumentError: the model knows no class of a name.
        """
        places = {name: self.facts.labels.index(name) for name in task_params(self.task, params)[STUFF.name]}
        if unknown := [name for name, place in places.items() if place is None]:
            raise ArgumentError(f"The model has no class '{unknown[0]}'.", "Name stuff as the model's classes are.")
        return [place for place in places.values() if place is not None]


def _notices(hidden: int) -> tuple[str, ...]:
    if not hidden:
        return ()
    what = "1 segment is" if hidden == 1 else f"{hidden} segments are"
    return (f"{what} left out, since others cover more than a fifth of it.",)


class HfPanopticSegmentationFamily(Family):
    """Folders with the config of a transformers model; those of another kind are refused."""

    task = "panoptic-segmentation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder."""
        return resolved.folder is not None and is_transformers(read_config(resolved.folder))

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfPanopticSegmentation:
        """The model and its image processor."""
        adapter = HfPanopticSegmentation(*load_universal(resolved, spec, placement), spec, placement)
        adapter.facts = msgspec.structs.replace(adapter.facts, notices=(*adapter.facts.notices, _NO_STUFF))
        return adapter


FAMILIES.register("hf-panoptic-segmentation")(HfPanopticSegmentationFamily())
