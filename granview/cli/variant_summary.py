"""What a run found of variants, for a terminal."""

from granview.analysis.paired_bootstrap import PairedDifference
from granview.analysis.retained import Retained, is_same
from granview.cli.table import interval_text, number_text, signed_text
from granview.core.number_format import format_share
from granview.core.ran_words import ran_words
from granview.report.variants import VariantComparison, variants
from granview.report.verdict.rounding import probability
from granview.store.session import Session

_TIMES = {"forward_ms_p50": "time", "stored_mb": "memory of weights"}


def variant_lines(session: Session) -> list[str]:
    """A line for each variant: how it ran, what it keeps of its parent's quality, its costs, flips, and its loss."""
    return [_line(each) for each in variants(session)]


def _line(each: VariantComparison) -> str:
    ran = ", ".join(ran_words(each.spec.variant, each.ran)) or f"batch {each.spec.batch_size}"
    parts = [*_quality(each), *_costs(each), *_flips(each), *_loss(each)]
    return f"{each.lane} ({ran}) as a variant of {each.parent}: {'; '.join(parts) or 'nothing to compare yet'}"


def _quality(each: VariantComparison) -> list[str]:
    if each.headline is None or each.quality is None:
        return []
    kept = each.kept
    if kept.share is None or kept.mark is None:
        return [f"{each.headline.name} {_signed(each.quality.mean, each.headline.digits)}"]
    interval = _interval(each.quality, kept)
    p_value = each.corrected.get(each.headline.name)
    holm = "" if p_value is None else f", p {probability(p_value)} corrected over variants (Holm)"
    return [f"{_mark(kept)}{format_share(kept.share)} of its {each.headline.name}{interval}{holm}"]


def _mark(kept: Retained) -> str:
    """Which mark is reached, and whether that is sure; nothing where no interval tells."""
    if kept.sure_mark is None:
        return ""
    return f"{kept.mark}: " if kept.mark is kept.sure_mark else f"{kept.mark}, not sure: "


def _interval(quality: PairedDifference, kept: Retained) -> str:
    if kept.low is not None:
        return f" (at least {format_share(kept.low)})"
    if is_same(quality):
        return f" (the same on all {quality.n} samples)"
    return f" (no interval: {quality.why_none})"


def _costs(each: VariantComparison) -> list[str]:
    known = ((words, each.ratios[name]) for name, words in _TIMES.items())
    apart = ["times of different runs are not compared"] if each.timed_apart else []
    return [*(f"{ratio:.2f} times its {words}" for words, ratio in known if ratio is not None), *apart]


def _flips(each: VariantComparison) -> list[str]:
    found = each.flips
    return [] if found is None else [f"{found.lost} of {found.n_units} {found.kind} units lost, {found.gained} gained"]


def _loss(each: VariantComparison) -> list[str]:
    bucket = None if each.loss is None else each.loss.bucket
    if each.loss is None or bucket is None:
        return []
    axis, difference = each.loss.axis, bucket.difference
    place = f"{axis.title.lower()} {bucket.title(axis.is_count)} {axis.unit}".strip()
    ends = ", " + interval_text(difference.low, difference.high, 3, difference.why_none)
    chance = "" if difference.significant else ", may be chance"
    return [f"loses most at {place} ({_signed(difference.mean, 3)}{ends}{chance})"]


def _signed(value: float | None, digits: int) -> str:
    return number_text(None) if value is None else signed_text(value, digits)
