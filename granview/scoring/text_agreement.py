"""How far two lanes agree on texts: counts that merge by addition, and the agreement that they say."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.chrf import SYMMETRIC_BETA, chrf, chrf_counts
from granview.scoring.entity_overlap import NONE, TypedSpans, find_overlap


def cohens_kappa(confusion: NDArray[Any]) -> float | None:
    """Cohen's kappa, at most 1, 0 for what chance would give; 1 where both say one and the same class everywhere.

    There the coefficient itself is undefined (0 / 0), but two that always agree do agree. None of no counts.
    Cohen, "A Coefficient of Agreement for Nominal Scales" (1960): agreement beyond chance.

    Args:
        confusion: (n, n) counts, one side's class in rows, the other's in columns.
    """
    matrix = np.asarray(confusion, dtype=np.float64)
    n = matrix.sum()
    if not n:
        return None
    observed = matrix.trace() / n
    expected = matrix.sum(axis=1) @ matrix.sum(axis=0) / n**2
    return float((observed - expected) / (1 - expected)) if expected < 1 else 1.0


Counts = NDArray[Any]


def class_agreement(confusion: Counts) -> Agreement:
    """Cohen's kappa of two lanes' classes; ``disagreement`` is the share of texts that get different ones.

    Args:
        confusion: (n, n) texts by class, or (n, 2, 2) for classes that do not exclude each other, one table for each,
            of which kappa is then the mean over those that either lane says.
    """
    total = confusion.sum()
    if not total:
        return Agreement(None, None)
    if confusion.ndim == 2:
        return Agreement(cohens_kappa(confusion), float(1 - confusion.trace() / total))
    has_class = confusion[:, 1, 1] + confusion[:, 0, 1] + confusion[:, 1, 0] > 0
    kappas = np.array(
        [cohens_kappa(table) if known else np.nan for table, known in zip(confusion, has_class, strict=True)]
    )
    differing = confusion[:, 0, 1].sum() + confusion[:, 1, 0].sum()
    value = ratios.mean(kappas) if has_class.any() else 1.0
    return Agreement(value, float(differing / total), kappas)


def entity_counts(ours: TypedSpans, theirs: TypedSpans, n_types: int) -> Counts:
    """Shared entities, ours and theirs of each type: (n_types, 3) float64.

    Two entities of one type that overlap share the part of their common span that is in both, 0 to 1.
    """
    overlap = find_overlap(ours, theirs)
    paired = np.flatnonzero(overlap.partner != NONE)
    alike = paired[ours.types[paired] == theirs.types[overlap.partner[paired]]]
    shared = np.bincount(ours.types[alike], weights=overlap.share[alike], minlength=n_types)
    columns = (shared, *(np.bincount(side.types, minlength=n_types) for side in (ours, theirs)))
    return np.stack(columns, axis=1).astype(np.float64)


def entity_agreement(counts: Counts) -> Agreement:
    """F1 of overlapping entities; 1 for two lanes that find none. ``disagreement`` is the rest to 1."""
    shared, ours, theirs = counts.sum(axis=0)
    value = float(2 * shared / (ours + theirs)) if ours + theirs else 1.0
    return Agreement(value, 1 - value, ratios.dice(*counts.T))


def span_counts(ours: tuple[int, int] | None, theirs: tuple[int, int] | None) -> Counts:
    """F1 of the characters that both answers mark, and one text: (2,) float64; two that give no answer agree."""
    if ours is None or theirs is None:
        return np.array([float(ours is None and theirs is None), 1.0])
    common = max(0, min(ours[1], theirs[1]) - max(ours[0], theirs[0]))
    size = ours[1] - ours[0] + theirs[1] - theirs[0]
    return np.array([2 * common / size if size else float(ours == theirs), 1.0])


def writing_counts(ours: str, theirs: str) -> Counts:
    """What chrF between two texts is made of, whether they are equal, and one text: (20,) int64."""
    return np.array([*chrf_counts(ours, [theirs], SYMMETRIC_BETA), int(ours == theirs), 1], dtype=np.int64)


def writing_agreement(counts: Counts) -> Agreement:
    """Between two lanes, their chrF from 0 to 1, precision and recall alike; ``disagreement`` is the rest to 1.

    Texts too short for any n-gram, such as empty ones, agree where they are equal.
    """
    *ngrams, equal, n = counts.tolist()
    if not n:
        return Agreement(None, None)
    value = chrf(np.array(ngrams), SYMMETRIC_BETA) / 100 if any(ngrams) else equal / n
    return Agreement(value, 1 - value)


def share_agreement(counts: Counts) -> Agreement:
    """The mean of what was summed: (2,) sum and number; ``disagreement`` is the rest to 1."""
    total, n = (float(part) for part in counts)
    return Agreement(total / n, 1 - total / n) if n else Agreement(None, None)
