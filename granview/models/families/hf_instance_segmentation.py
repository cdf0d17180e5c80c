"""Instances by queries, of transformers: Mask2Former, MaskFormer, OneFormer, EoMT, DETR with masks, RF-DETR."""

import torch

from granview.core import rle
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.models.adapter import Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.mask_queries import MaskQueries, QueryOutput
from granview.models.images.queried_pictures import scaled_boxes
from granview.models.images.query_scores import ScoredQueries, best_pairs, best_queries, class_scores
from granview.models.images.scored_objects import ScoredObjects
from granview.models.images.universal_networks import load_universal
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import is_transformers


class HfInstanceSegmentation(MaskQueries):
    """Masks of whole queries, binary at a probability of a half, as each model's paper evaluates them.

    A Mask2Former's query counts for each of its best classes with the class's probability times the mean probability
    within its mask (arXiv:2112.01527, app. A; so do MaskFormer, OneFormer and EoMT); a DETR's for its best class alone,
    and an RF-DETR's for each by its sigmoid. A query whose mask has no pixel has found nothing.
    """

    def objects(self, output: QueryOutput, size: Size, params: RunParams) -> ScoredObjects:
        """The objects of the surest queries."""
        best = self._queries(output, self.at_most(params))
        masks = self.masks(output, size)
        queries = best.queries.tolist()
        outlines = {query: masks.outline(query) for query in dict.fromkeys(queries)}
        certain = [outlines[query].certainty for query in queries]
        kept = [place for place, certainty in enumerate(certain) if certainty > 0]
        chosen = [outlines[queries[place]].mask for place in kept]
        scores, class_ids = best.scores.cpu()[kept], best.class_ids.cpu()[kept]
        if output.pairs:
            scores = scores * torch.tensor([certain[place] for place in kept])
        boxes = torch.from_numpy(rle.boxes_xyxy(chosen))
        if output.boxes is not None:
            boxes = scaled_boxes(output.boxes[best.queries], size).cpu()[kept]
        return ScoredObjects(boxes, class_ids, scores, chosen.__getitem__)

    def _queries(self, output: QueryOutput, at_most: int) -> ScoredQueries:
        if output.pairs:
            return best_pairs(class_scores(output.logits, self.classes), at_most)
        return best_queries(output.logits, self.classes, at_most)


class HfInstanceSegmentationFamily(Family):
    """Folders with the config of a transformers model; those of another kind are refused."""

    task = "instance-segmentation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder."""
        return resolved.folder is not None and is_transformers(read_config(resolved.folder))

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfInstanceSegmentation:
        """The model and its image processor."""
        return HfInstanceSegmentation(*load_universal(resolved, spec, placement), spec, placement)


FAMILIES.register("hf-instance-segmentation")(HfInstanceSegmentationFamily())
