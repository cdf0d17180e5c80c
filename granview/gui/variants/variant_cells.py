"""What the cells of the table of variants say."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES
from granview.analysis.flips import MUCH
from granview.analysis.no_interval import NoInterval
from granview.analysis.retained import Mark
from granview.core.number_format import format_share
from granview.core.ran_words import ran_words
from granview.gui.language.below import localized
from granview.gui.widgets.number_format import NO_VALUE, fixed, samples_in_words, signed, significant
from granview.gui.widgets.table import TableCell, Tone
from granview.report.variants import VariantComparison

translate = QCoreApplication.translate

_LISTED = 12
_ALIKE = 0.05
_SURE = 0.05
_TONES = {Mark.MOST: Tone.GOOD, Mark.MUCH: Tone.GOOD, Mark.BELOW: Tone.BAD}

_TOO_FEW = (
    "too few samples (n = {n})",
    "Fewer than {least} samples, or fewer than {different} that differ, tell no interval, so no mark is given.",
)
_WITHOUT_INTERVAL: Mapping[NoInterval | None, tuple[str, str]] = {
    NoInterval.SAME: (
        "the same on all {n}",
        "No sample differs; how many others would is not told by that.",
    ),
    NoInterval.ALIKE: (
        "the same in each of {n}",
        "Every sample has the same difference: without scatter there is no interval.",
    ),
    NoInterval.BY_OUTCOME: (
        "no interval",
        "These samples were chosen by what lanes make of them: lanes differ among them by that choice alone.",
    ),
}
"""By why there is no interval, what stands below the share, and the tip that says why."""


def row_title(each: VariantComparison) -> str:
    """How a variant really ran; a lane that differs by its batch alone says that."""
    words = ran_words(each.spec.variant, each.ran)
    return " · ".join(words[:1]) or translate("Variants", "batch {n}").format(n=each.spec.batch_size)


def row_detail(each: VariantComparison) -> str:
    """What of the variant was done, and on how many samples it failed."""
    words = list(ran_words(each.spec.variant, each.ran)[1:])
    if each.n_failed:
        words.append(translate("Variants", "{n} failed").format(n=each.n_failed))
    return " · ".join(words)


def kept_cell(each: VariantComparison) -> TableCell:
    """The share of the parent's quality, and the mark that it reaches even at the worse end of its interval."""
    kept = each.kept
    if kept.share is None or kept.mark is None:
        return TableCell(
            NO_VALUE, tip=translate("Variants", "Nothing was scored, or the parent's value is not above 0.")
        )
    text = format_share(kept.share)
    if kept.low is None or kept.sure_mark is None:
        n = 0 if each.quality is None else each.quality.n
        why = None if each.quality is None else each.quality.why_none
        words, tip = (translate("Variants", part) for part in _WITHOUT_INTERVAL.get(why, _TOO_FEW))
        tip = tip.format(least=MIN_SAMPLES, different=MIN_DIFFERENT)
        return TableCell(text, words.format(n=n), tip=tip, value=kept.share)
    return TableCell(
        text, mark_words(kept.mark, kept.sure_mark), _TONES[kept.sure_mark], tip=_kept_tip(each), value=kept.share
    )


def mark_words(mark: Mark, sure: Mark) -> str:
    """Which mark is reached, and whether that is sure."""
    words = {
        Mark.MOST: translate("Variants", "≥ 99.9 %"),
        Mark.MUCH: translate("Variants", "≥ 99 %"),
        Mark.BELOW: translate("Variants", "below 99 %"),
    }
    if mark is sure:
        return words[mark]
    return translate("Variants", "{mark}, not sure").format(mark=words[mark])


def _kept_tip(each: VariantComparison) -> str:
    return translate(
        "Variants",
        "{share} of the parent's {metric}; {low} at the worse end of the 95 % interval of the difference, the parent's "
        "value taken as known. MLPerf's marks are 99 % and 99.9 %. On the {samples} of both.",
    ).format(
        share=format_share(each.kept.share or 0.0),
        low=format_share(each.kept.low or 0.0),
        metric="" if each.headline is None else localized(each.headline.title),
        samples=samples_in_words(0 if each.quality is None else each.quality.n),
    )


def difference_cell(each: VariantComparison) -> TableCell:
    """The difference in the headline metric with its interval, and the p-value corrected over the variants."""
    quality, column = each.quality, each.headline
    if quality is None or column is None or quality.mean is None:
        return TableCell(NO_VALUE)
    text = signed(quality.mean, column.digits)
    p_value = each.corrected.get(column.name)
    if quality.low is None or p_value is None:
        return TableCell(text, tip=_difference_tip(each), value=quality.mean)
    ends = f"{signed(quality.low, column.digits)} … {signed(quality.high, column.digits)}"
    is_better = (quality.mean > 0) == (column.better == "higher")
    tone = Tone.QUIET if p_value > _SURE else Tone.GOOD if is_better else Tone.BAD
    return TableCell(text, ends, tone, tip=_difference_tip(each), value=quality.mean)


def _difference_tip(each: VariantComparison) -> str:
    quality, column = each.quality, each.headline
    if quality is None or column is None:
        return ""
    digits = column.digits + 1
    values = translate("Variants", "{metric}: {value}, the parent {base}, on the {samples} of both.").format(
        metric=localized(column.title),
        value=fixed(quality.a, digits),
        base=fixed(quality.b, digits),
        samples=samples_in_words(quality.n),
    )
    p_value = each.corrected.get(column.name)
    if p_value is None or quality.low is None:
        return values
    words = translate(
        "Variants",
        "{values}\n95 % interval of the paired difference {low} to {high}; p {p}, corrected over the variants (Holm): "
        "{verdict}.",
    )
    more = translate("Variants", "more than chance") if p_value <= _SURE else translate("Variants", "may be chance")
    low, high = (signed(end, digits) for end in (quality.low, quality.high))
    return words.format(values=values, low=low, high=high, p=significant(p_value, 2), verdict=more)


def ratio_cell(ratio: float | None) -> TableCell:
    """A cost by the parent's, less of which is better: ``0.26 ×``."""
    if ratio is None:
        return TableCell(NO_VALUE)
    text = f"{ratio:.2f} ×"
    if abs(ratio - 1) < _ALIKE:
        return TableCell(text, translate("Variants", "alike"), value=ratio)
    if ratio < 1:
        return TableCell(text, translate("Variants", "less"), Tone.GOOD, value=ratio)
    return TableCell(text, translate("Variants", "more"), Tone.BAD, value=ratio)


def flips_cell(each: VariantComparison) -> TableCell:
    """How many units were lost and gained; a click lists the samples."""
    flips = each.flips
    if flips is None:
        return TableCell(NO_VALUE)
    text = translate("Variants", "{lost} lost").format(lost=flips.lost)
    detail = translate("Variants", "{gained} gained").format(gained=flips.gained)
    rule = (
        translate("Variants", "A score that fell by more than {much:g} is lost.").format(much=MUCH)
        if flips.right_above is None
        else translate(
            "Variants", "Right in the parent and wrong here is lost; right is a score above {right:g}."
        ).format(right=flips.right_above)
    )
    samples = ", ".join(flips.lost_samples[:_LISTED]) + (", …" if len(flips.lost_samples) > _LISTED else "")
    tip = translate("Variants", "Of {n} units of kind {kind}. {rule}\nClick to list the samples: {samples}").format(
        n=flips.n_units, kind=flips.kind, rule=rule, samples=samples or translate("Variants", "none")
    )
    return TableCell(text, detail, Tone.QUIET, tip=tip, value=float(flips.lost))


def grain_cell(each: VariantComparison) -> TableCell:
    """Where on the grain it loses most, in words."""
    loss = each.loss
    if loss is None:
        return TableCell(NO_VALUE)
    if any(part.difference.is_by_outcome for part in loss.compared.buckets):
        return TableCell(NO_VALUE, tip=translate("Variants", _WITHOUT_INTERVAL[NoInterval.BY_OUTCOME][1]))
    if not loss.compared.n_looked_into:
        return TableCell(translate("Variants", "too few samples"))
    bucket = loss.bucket
    if bucket is None:
        return TableCell(translate("Variants", "loses nowhere"), value=0.0)
    axis, difference = loss.axis, bucket.difference
    place = f"{bucket.title(axis.is_count)} {axis.unit}".strip()
    text = translate("Variants", "{place}: {mean}").format(place=place, mean=signed(difference.mean, 3))
    sure, unsure = translate("Variants", "more than chance"), translate("Variants", "may be chance")
    tone = Tone.BAD if difference.significant else Tone.QUIET
    detail = sure if difference.significant else unsure
    return TableCell(text, detail, tone, tip=grain_sentence(each), value=difference.mean)


def loses_for_sure(each: VariantComparison) -> bool:
    """Whether a variant loses somewhere on the grain more than chance."""
    bucket = None if each.loss is None else each.loss.bucket
    return bucket is not None and bucket.difference.significant


def loss_of(each: VariantComparison) -> float:
    """The change of the mean score where a variant loses most, at most 0."""
    bucket = None if each.loss is None else each.loss.bucket
    return 0.0 if bucket is None else bucket.difference.mean or 0.0


def grain_sentence(each: VariantComparison) -> str:
    """Where on the grain a variant loses most, as a sentence; empty where it loses nowhere or nothing is known."""
    loss = each.loss
    bucket = None if loss is None else loss.bucket
    if loss is None or bucket is None:
        return ""
    axis, difference = loss.axis, bucket.difference
    pattern = (
        translate("Variants", "{lane} loses most at {axis} {place}: {mean} less than {parent} ({sure}, {n}).")
        if difference.significant
        else translate(
            "Variants",
            "{lane} loses most at {axis} {place}, which may be chance: {mean} less than {parent} ({sure}, {n}).",
        )
    )
    sure = (
        translate("Variants", "the same in each sample")
        if difference.low is None
        else translate("Variants", "95 % interval {low} to {high}").format(
            low=signed(difference.low, 3), high=signed(difference.high, 3)
        )
    )
    n = translate("Variants", "n = {units} in {samples} samples").format(units=bucket.n_units, samples=difference.n)
    return pattern.format(
        lane=each.lane,
        axis=localized(axis.title.lower()),
        place=f"{bucket.title(axis.is_count)} {axis.unit}".strip(),
        mean=fixed(abs(difference.mean or 0.0), 3),
        parent=each.parent,
        sure=sure,
        n=n,
    )
