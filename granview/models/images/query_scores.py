"""Which objects the queries of a transformer have found: their classes and scores.

Networks of transformers that find objects answer a fixed number of queries, each by the logits of the classes. Those
with one output more than there are classes were trained with a softmax, and the last one means "no object" (DETR,
arXiv:2005.12872, sec. 3.1). Those with an output for each class were trained with a focal loss on sigmoids (Deformable
DETR, arXiv:2010.04159, app. A.4): there a query may be objects of several classes.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from granview.core.errors import ModelError
from granview.models.finite import require_finite
from granview.models.loading.object_labels import ObjectLabels


@dataclass(frozen=True)
class ScoredQueries:
    """What queries say, in any order.

    Attributes:
        queries: (n,) int64, the query that each is of.
        class_ids: (n,) int64, its class among the outputs that are classes.
        scores: (n,) float32, 0 to 1.
    """

    queries: Tensor
    class_ids: Tensor
    scores: Tensor


def best_queries(logits: Tensor, classes: ObjectLabels, at_most: int) -> ScoredQueries:
    """What a detector's queries say: of a softmax each query's best class, of sigmoids the best pairs.

    Agrees with ``post_process_object_detection`` of the image processor that belongs to the network.

    Args:
        logits: (queries, outputs), any floating type.
        classes: Which outputs are classes.
        at_most: How many pairs are kept.

    Raises:
        NotFinite: a logit is NaN or +inf.
        ModelError: the network has another number of outputs than the config names.
    """
    scores = class_scores(logits, classes)
    if logits.shape[1] == classes.count:
        return best_pairs(scores, at_most)
    best, class_ids = scores.max(1)
    return ScoredQueries(torch.arange(len(logits), device=logits.device), class_ids, best)


def best_pairs(scores: Tensor, at_most: int) -> ScoredQueries:
    """The best pairs of a query and a class.

    Args:
        scores: (queries, classes), 0 to 1.
        at_most: How many.
    """
    best, places = torch.sort(scores.flatten(), descending=True, stable=True)
    best, places = best[:at_most], places[:at_most]
    return ScoredQueries(places // scores.shape[1], places % scores.shape[1], best)


def class_scores(logits: Tensor, classes: ObjectLabels) -> Tensor:
    """The scores of each query's classes: (queries, classes) float32, 0 to 1.

    Args:
        logits: (queries, outputs), any floating type.
        classes: Which outputs are classes.

    Raises:
        NotFinite: a logit is NaN or +inf.
        ModelError: there are neither as many outputs as the config names nor one more, for no object.
    """
    sound = checked_logits(logits, classes)
    scores = sound.sigmoid() if logits.shape[1] == classes.count else sound.softmax(1)
    return scores[:, list(classes.outputs)]


def sure_queries(logits: Tensor, classes: ObjectLabels, threshold: float) -> ScoredQueries:
    """The queries whose likeliest output is a class rather than no object, with a score above a threshold.

    Args:
        logits: (queries, outputs), any floating type.
        classes: Which outputs are classes.
        threshold: 0 to 1.

    Raises:
        NotFinite, ModelError: as ``class_scores``.
    """
    scores, outputs = checked_logits(logits, classes).softmax(1).max(1)
    class_of = torch.full((logits.shape[1],), -1, device=logits.device)
    class_of[list(classes.outputs)] = torch.arange(len(classes.outputs), device=logits.device)
    class_ids = class_of[outputs]
    queries = ((class_ids >= 0) & (scores > threshold)).nonzero().flatten()
    return ScoredQueries(queries, class_ids[queries], scores[queries])


def checked_logits(logits: Tensor, classes: ObjectLabels) -> Tensor:
    """The logits (queries, outputs) in float32.

    Raises:
        NotFinite: a logit is NaN or +inf.
        ModelError: there are neither as many outputs as the config names nor one more, for no object.
    """
    if logits.shape[1] not in (classes.count, classes.count + 1):
        raise ModelError(
            f"The model gives {logits.shape[1]} classes, but its config names {classes.count}.",
            "Correct id2label in config.json.",
        )
    return require_finite(logits.float())
