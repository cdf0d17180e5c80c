"""``variants.csv``: one row per variant lane and metric, the metric that says most in one number first."""

from collections.abc import Sequence
from typing import Final

from granview.analysis.paired_bootstrap import PairedDifference
from granview.analysis.retained import retained
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.report.variants import RATIOS, VariantComparison, variants_in
from granview.store.reader import SessionReader

_RAN: Final = ("precision", "engine", "covered", "sparsity", "stored_mb", "prepare_s")
_QUALITY: Final = (
    "metric", "headline", "lane_value", "parent_value", "difference", "low", "high", "p_value", "p_holm", "n",
    "verdict", "share", "share_low", "mark",
)  # fmt: skip
_FLIPS: Final = ("flip_units", "lost", "gained", "lost_samples", "gained_samples")
_GRAIN: Final = (
    "grain_kind", "grain_bucket", "grain_difference", "grain_low", "grain_high", "grain_units", "grain_samples",
)  # fmt: skip

COLUMNS: Final = (
    "lane", "parent", "model", "variant", "device", "batch_size", *_RAN, *_QUALITY, *RATIOS.values(), *_FLIPS, *_GRAIN,
)  # fmt: skip


def variant_rows(session: SessionReader) -> list[Row]:
    """One row per variant lane and metric that both it and its parent have and can be better in.

    What is said of the lane as a whole stands in each of its rows. A lane without metrics has one row.
    """
    return rows_of(variants_in(session, SessionContents.read(session)))


def rows_of(compared: Sequence[VariantComparison]) -> list[Row]:
    """As ``variant_rows``, of variants that were compared already."""
    return [row for each in compared for row in _rows(each)]


def _rows(each: VariantComparison) -> list[Row]:
    whole = dict.fromkeys(COLUMNS) | _of_lane(each) | _ran(each) | _costs(each) | _flips(each) | _grain(each)
    known = [name for name, difference in each.difference.metrics.items() if difference.mean is not None]
    first = [] if each.headline is None else [each.headline.name]
    names = list(dict.fromkeys((*first, *known)))
    return [whole | _quality(each, name) for name in names] or [whole]


def _of_lane(each: VariantComparison) -> Row:
    spec = each.spec
    return {
        "lane": spec.name,
        "parent": each.parent,
        "model": spec.model,
        "variant": str(spec.variant),
        "device": spec.device,
        "batch_size": spec.batch_size,
    }


def _ran(each: VariantComparison) -> Row:
    return {} if each.ran is None else {name: getattr(each.ran, name) for name in _RAN}


def _costs(each: VariantComparison) -> Row:
    return {RATIOS[name]: ratio for name, ratio in each.ratios.items()}


def _flips(each: VariantComparison) -> Row:
    found = each.flips
    if found is None:
        return {}
    samples = len(found.lost_samples), len(found.gained_samples)
    return dict(zip(_FLIPS, (found.n_units, found.lost, found.gained, *samples), strict=True))


def _grain(each: VariantComparison) -> Row:
    loss = each.loss
    if loss is None or loss.bucket is None:
        return {} if loss is None else {"grain_kind": loss.axis.kind}
    bucket = loss.bucket
    return {
        "grain_kind": loss.axis.kind,
        "grain_bucket": bucket.title(loss.axis.is_count),
        "grain_difference": bucket.difference.mean,
        "grain_low": bucket.difference.low,
        "grain_high": bucket.difference.high,
        "grain_units": bucket.n_units,
        "grain_samples": bucket.difference.n,
    }


def _quality(each: VariantComparison, name: str) -> Row:
    difference: PairedDifference = each.difference.metrics[name]
    kept = retained(difference, each.is_higher_better(name))
    return {
        "metric": name,
        "headline": int(each.headline is not None and each.headline.name == name),
        "lane_value": difference.a,
        "parent_value": difference.b,
        "difference": difference.mean,
        "low": difference.low,
        "high": difference.high,
        "p_value": difference.p_value,
        "p_holm": each.corrected.get(name),
        "n": difference.n,
        "verdict": difference.verdict,
        "share": kept.share,
        "share_low": kept.low,
        "mark": kept.mark,
    }
