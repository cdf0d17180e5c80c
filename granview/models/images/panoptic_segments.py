"""From a class and a mask for each query to segments that do not overlap.

The procedure of MaskFormer (arXiv:2107.06278, sec. 3.4), which Mask2Former, OneFormer and EoMT share: queries that are
sure of a class compete for each pixel by score times probability; a segment is where a query wins and its own mask is
positive, and it stays where the query wins nearly as many pixels as its mask has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

from granview.models.images.query_masks import MASK_THRESHOLD, QueryMasks
from granview.models.images.query_scores import ScoredQueries

OVERLAP_SHARE: Final = 0.8
"""A query must win so many pixels, as a share of those of its mask, as in the papers and in transformers."""


@dataclass(frozen=True)
class Segment:
    """A segment of a picture.

    Attributes:
        class_id: Its class.
        score: How sure its query is of the class, 0 to 1; of several that were joined, the surest.
        mask: (H, W) bool.
        is_stuff: Whether its class is one that cannot be counted.
    """

    class_id: int
    score: float
    mask: Tensor
    is_stuff: bool


def segments_of(chosen: ScoredQueries, masks: QueryMasks, stuff: Sequence[int]) -> tuple[list[Segment], int]:
    """The segments of a picture, and how many were left out since others cover them.

    Args:
        chosen: Queries that are sure enough of a class.
        masks: The masks of all queries.
        stuff: Classes whose segments are joined.
    """
    winner = _winners(chosen, masks)
    segments: list[Segment] = []
    hidden = 0
    for place, query in enumerate(chosen.queries.tolist()):
        own, won = masks.probabilities(query) >= MASK_THRESHOLD, winner == place
        mask, area = own & won, int(own.sum())
        if not bool(mask.any()) or int(won.sum()) < OVERLAP_SHARE * area:
            hidden += area > 0
            continue
        class_id = int(chosen.class_ids[place])
        segments.append(Segment(class_id, float(chosen.scores[place]), mask, class_id in stuff))
    return _joined(segments), hidden


def _winners(chosen: ScoredQueries, masks: QueryMasks) -> Tensor:
    """Which of the queries wins each pixel: (H, W) int64; among equals the first."""
    best = torch.full(masks.size, -1.0, device=masks.logits.device)
    winner = torch.full(masks.size, -1, device=masks.logits.device)
    for place, (query, score) in enumerate(zip(chosen.queries.tolist(), chosen.scores, strict=True)):
        weighted = masks.probabilities(query) * score
        winner[weighted > best] = place
        best = torch.maximum(best, weighted)
    return winner


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """With one segment for each class that cannot be counted, in the place of its first."""
    joined: dict[tuple[int, int], Segment] = {}
    for place, segment in enumerate(segments):
        key = (segment.class_id, -1 if segment.is_stuff else place)
        before = joined.get(key)
        joined[key] = segment if before is None else _union(before, segment)
    return list(joined.values())


def _union(one: Segment, other: Segment) -> Segment:
    return Segment(one.class_id, max(one.score, other.score), one.mask | other.mask, one.is_stuff)
