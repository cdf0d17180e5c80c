"""What cells of the metrics say of differences, and why there may be no scores at all."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES
from granview.analysis.equivalence import equivalence
from granview.analysis.no_interval import NoInterval
from granview.analysis.paired_bootstrap import DifferenceVerdict, PairedDifference
from granview.analysis.power import samples_needed, smallest_detectable
from granview.gui.widgets.number_format import count_in_short, fixed, samples_in_words, signed
from granview.gui.widgets.table import Tone
from granview.report.best_lanes import lanes_on_same_samples
from granview.report.column_descriptions import ONE_BY_ONE
from granview.report.differences import LaneDifference
from granview.report.session_contents import SessionContents
from granview.tasks.base import Column

translate = QCoreApplication.translate

_LISTED: Final = 3


def difference_text(difference: PairedDifference, digits: int, is_partial: bool = False) -> str:
    """The difference, with how far its interval reaches towards 0, and its n where it says more than the row's.

    So it reaches beyond 0 exactly where the difference may be chance, however lopsided the interval is.
    """
    text = signed(difference.mean, digits)
    if difference.mean is not None and difference.low is not None and difference.high is not None:
        reach = difference.mean - difference.low if difference.mean > 0 else difference.high - difference.mean
        text += f" ±{reach:.{digits}f}"
    if is_partial:
        return translate("Metrics", "{difference} on {n} shared").format(difference=text, n=difference.n)
    if difference.verdict is DifferenceVerdict.TOO_FEW:
        return translate("Metrics", "{difference} (n = {n})").format(difference=text, n=difference.n)
    return text


def difference_tip(
    difference: PairedDifference,
    pinned: str,
    digits: int,
    corrected: float | None = None,
    margin: float | None = None,
) -> str:
    """Both lanes' values over the samples that they share, the difference with its interval, and what it tells.

    Args:
        difference: What is told of.
        pinned: The lane that it is over.
        digits: Digits after the point of the metric.
        corrected: Its p-value corrected for all that the table says; None where it has none.
        margin: The largest difference that does not count, as set for the session; None where there is none.
    """
    values = translate("Metrics", "On the {samples} of both: {value}, {pinned} {base}.").format(
        samples=samples_in_words(difference.n),
        value=fixed(difference.a, digits + 1),
        pinned=pinned,
        base=fixed(difference.b, digits + 1),
    )
    mean = signed(difference.mean, digits + 1)
    if difference.low is None or difference.high is None:
        return f"{values}\n{_why_no_interval(difference).format(mean=mean, p=_p_text(difference.p_value or 1.0))}"
    text = translate(
        "Metrics", "Difference {mean}, 95 % interval {low} to {high} (studentised bootstrap of whole samples)."
    ).format(mean=mean, low=signed(difference.low, digits + 1), high=signed(difference.high, digits + 1))
    verdict = (
        translate("Metrics", "More than chance.") if difference.significant else translate("Metrics", "May be chance.")
    )
    told = [values, f"{text} {verdict} {translate('Columns', ONE_BY_ONE)}"]
    if corrected is not None:
        holm = translate("Metrics", "Corrected for all that this table says (Holm): p {p}.")
        told.append(holm.format(p=_p_text(corrected)))
    return "\n".join([*told, *_within(difference, margin), *_power(difference, digits)])


def _within(difference: PairedDifference, margin: float | None) -> list[str]:
    """Whether the lanes are shown to differ by less than the margin; nothing without one."""
    found = None if margin is None else equivalence(difference, margin)
    if found is None:
        return []
    shown = translate("Metrics", "Shown to differ by less than {margin}, the margin that was set (p {p}).")
    unknown = translate("Metrics", "Not shown to differ by less than {margin}, the margin that was set (p {p}).")
    return [(shown if found.is_shown else unknown).format(margin=f"{found.margin:g}", p=_p_text(found.p_value))]


def _p_text(p_value: float) -> str:
    return "< 0.001" if p_value < 0.001 else fixed(p_value, 3)


_WHY: Final[Mapping[NoInterval, str]] = {
    NoInterval.FEW: "Difference {mean}; too few samples for an interval (fewer than {least}).",
    NoInterval.FEW_DIFFER: (
        "Difference {mean}; the lanes differ in {k} of the samples, too few for an interval (fewer than {different})."
    ),
    NoInterval.SAME: "Difference {mean}: the same on every sample. How many others differ is unknown.",
    NoInterval.ALIKE: "Difference {mean} in each of the samples: no scatter, so no interval; p {p} by the sign test.",
    NoInterval.UNDEFINED: "Difference {mean}; no interval, since without one of the samples there is no such value.",
    NoInterval.BY_OUTCOME: "Difference {mean}; no interval, since the samples were chosen by what lanes make of them.",
    NoInterval.BIASED: (
        "Difference {mean}; no interval, since chance alone raises such values, and not in all lanes alike."
    ),
    NoInterval.OTHER_TOKENS: "Difference {mean}; no interval, since the lanes count other tokens and do not compare.",
}


def _why_no_interval(difference: PairedDifference) -> str:
    words = translate("Metrics", _WHY[difference.why_none or NoInterval.UNDEFINED])
    known = {"{least}": MIN_SAMPLES, "{different}": MIN_DIFFERENT, "{k}": difference.n_different}
    for name, number in known.items():
        words = words.replace(name, str(number))
    return words


def _power(difference: PairedDifference, digits: int) -> list[str]:
    """What so many samples could show, and how many it would take; nothing where that cannot be told."""
    least, needed = smallest_detectable(difference), samples_needed(difference, difference.mean or 0.0)
    if least is None:
        return []
    words = translate("Metrics", "So many samples show a true difference of {least} in 80 % of cases.")
    told = words.format(least=fixed(least, digits + 1))
    if difference.significant or needed is None:
        return [told]
    words = translate("Metrics", "One as large as this would take about {n} samples.")
    return [f"{told} {words.format(n=count_in_short(needed))}"]


def difference_tone(difference: PairedDifference, column: Column) -> Tone:
    """Good or bad where it is more than chance."""
    if not difference.significant or difference.mean is None or not column.better:
        return Tone.QUIET
    return Tone.GOOD if (difference.mean > 0) == (column.better == "higher") else Tone.BAD


def by_outcome_note(contents: SessionContents) -> str:
    """Why values stand without differences and intervals; empty where nobody's outcome has chosen the samples."""
    if not contents.is_by_outcome:
        return ""
    return translate(
        "Metrics",
        "These samples were chosen by what lanes make of them: lanes differ among them by that choice alone, so that "
        "no difference and no interval is told.",
    )


def few_note(differences: Iterable[LaneDifference]) -> str:
    """That differences rest on too few samples to tell them from chance; empty where none does."""
    if not any(each.verdict is DifferenceVerdict.TOO_FEW for lane in differences for each in lane.metrics.values()):
        return ""
    return translate(
        "Metrics",
        "Δ without ±: too few samples (fewer than {least}, or fewer than {different} in which the lanes differ) to "
        "tell a difference from chance.",
    ).format(least=MIN_SAMPLES, different=MIN_DIFFERENT)


def coverage_note(samples: Mapping[str, frozenset[str]]) -> str:
    """Which lanes do not rest on all samples that some lane rests on; empty where all do.

    Args:
        samples: By lane, the samples that it was scored on; of lanes that were scored on any.
    """
    fair = lanes_on_same_samples(samples)
    partial = [lane for lane in samples if lane not in fair]
    if not partial:
        return ""
    shown = [f"{lane} ({len(samples[lane])})" for lane in partial[:_LISTED]]
    lanes = ", ".join(shown) + (", …" if len(partial) > _LISTED else "")
    return translate(
        "Metrics",
        "Not scored on all {n} samples: {lanes}. Such values are never bold, since they rest on other samples; "
        "Δ is over shared ones.",
    ).format(n=len(frozenset[str]().union(*samples.values())), lanes=lanes)


def why_unscored(contents: SessionContents) -> str:
    """Why no lane has metrics, and what to do: nothing to score against, or classes that do not belong together."""
    if any(row.scored for row in contents.results.values()):
        return translate(
            "Metrics",
            "References, but nothing is scored: below each sample and in the log it stands why. "
            "Where classes have other names, say which is which: Edit ▸ Match classes… (Ctrl+K).",
        )
    return translate(
        "Metrics", "No references, so nothing to score against. Add references, or see where lanes differ (X)."
    )
