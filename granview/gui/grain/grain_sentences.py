"""At which grain two lanes begin to differ, in words."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES
from granview.analysis.estimand import OVER_ONE_MEASURE
from granview.analysis.grain_crossover import BucketDifference, GrainComparison
from granview.analysis.grain_profile import GrainProfile
from granview.analysis.no_interval import NoInterval
from granview.analysis.paired_bootstrap import DifferenceVerdict
from granview.gui.language.below import localized
from granview.gui.widgets.number_format import NO_VALUE, fixed, signed
from granview.report.grain_units import BucketedUnits
from granview.report.sample_columns import is_sample_column

translate = QCoreApplication.translate

_LEAST_DIGITS: Final = 2
_MOST_DIGITS: Final = 6


_ALIKE: Final = "{lane}: {mean} (nearly all samples score the same, so no interval), {n}"
_WITHOUT_INTERVAL: Final[Mapping[NoInterval | None, str]] = {
    NoInterval.FEW: "{lane}: {mean} (too few samples for an interval), {n}",
    NoInterval.BY_OUTCOME: "{lane}: {mean} (chosen by outcome, so no interval), {n}",
}


def sentence(units: BucketedUnits, base: str, lane: str, compared: GrainComparison) -> str:
    """Where a lane begins to differ from ``base``, that it does not, or that there are too few samples to say so."""
    bucket = telling_bucket(units, compared)
    if bucket is not None:
        is_only = sum(each.difference.n > 0 for each in compared.buckets) == 1
        return _difference(units, base, lane, compared.buckets[bucket], bucket, _pattern(units, is_only))
    n = counted(compared.n_units, compared.n_samples)
    return _no_difference(units, compared).format(lane=lane, base=base, axis=_small(units), n=n)


def telling_bucket(units: BucketedUnits, compared: GrainComparison) -> int | None:
    """The first bucket, from the easy end, in which lanes differ; of categories that in which they differ most."""
    different = [place for place, each in enumerate(compared.buckets) if each.difference.significant]
    if units.is_category:
        return max(different, key=lambda place: abs(compared.buckets[place].difference.mean or 0.0), default=None)
    return min(different, default=None) if units.axis.harder == "large" else max(different, default=None)


def _no_difference(units: BucketedUnits, compared: GrainComparison) -> str:
    if not compared.n_looked_into:
        return translate("Grain", "{lane} and {base}: too few samples to say whether they differ ({n}).")
    if _too_few(units, compared):
        return translate(
            "Grain", "{lane} and {base} do not differ beyond chance at any {axis} that enough samples have ({n})."
        )
    return translate("Grain", "{lane} and {base} do not differ beyond chance at any {axis} ({n}).")


def counted(n_units: int, n_samples: int) -> str:
    """How much a number rests on: ``n = 340 in 24 samples``."""
    if n_samples == 1:
        return translate("Grain", "n = {units} in 1 sample").format(units=n_units)
    return translate("Grain", "n = {units} in {samples} samples").format(units=n_units, samples=n_samples)


def bucket_words(lane: str, profile: GrainProfile, bucket: int) -> str:
    """A lane's mean in a bucket, with its interval, and what they rest on."""
    n = counted(int(profile.n[bucket]), int(profile.n_samples[bucket]))
    if not profile.n[bucket]:
        return translate("Grain", "{lane}: {mean}").format(lane=lane, mean=NO_VALUE)
    mean, low, high = (float(array[bucket]) for array in (profile.mean, profile.low, profile.high))
    if math.isnan(low):
        pattern = _WITHOUT_INTERVAL.get(profile.why_none[bucket], _ALIKE) if profile.why_none else _ALIKE
        return translate("Grain", pattern).format(lane=lane, mean=fixed(mean, 3), n=n)
    text = translate("Grain", "{lane}: {mean} (95 % interval {low} to {high}), {n}")
    return text.format(lane=lane, mean=fixed(mean, 3), low=fixed(low, 3), high=fixed(high, 3), n=n)


def sentence_tip(units: BucketedUnits, compared: Mapping[tuple[str, str], GrainComparison]) -> str:
    """What the sentences' intervals are, and of which buckets of grain nothing is said."""
    how = translate(
        "Grain",
        "Interval: whole samples are drawn anew, with all that lies in them (cluster bootstrap, studentised), 95 % "
        "over all sizes together (Bonferroni): of 100 pairs of lanes that differ at no size, at most about 5 are "
        "said to.\nn: how many things of that size, and in how many samples.",
    )
    if not compared:
        return ""
    few = translate(
        "Grain",
        "{lanes}: of {titles} there are too few samples (fewer than {least}, or fewer than {different} in which "
        "the lanes differ): nothing is said.",
    )
    left_out = [(" · ".join(pair), _too_few(units, each)) for pair, each in compared.items()]
    lines = [
        few.format(lanes=lanes, titles=", ".join(titles), least=MIN_SAMPLES, different=MIN_DIFFERENT)
        for lanes, titles in left_out
        if titles
    ]
    return "\n".join([how, translate("Grain", OVER_ONE_MEASURE), *lines])


def by_outcome_words() -> str:
    """Why nothing is said of differences where units were chosen by what lanes make of them."""
    return translate(
        "Grain",
        "What is in focus was chosen by what lanes make of it: they differ by that choice alone, so that there are no "
        "intervals and nothing is said of differences.",
    )


def left_out_words(units: BucketedUnits) -> tuple[str, ...]:
    """What is in no bucket, and what is in one together; nothing where that is nothing."""
    words = []
    if n := units.buckets.n_outside:
        text = translate("Grain", "{n} of {total} have no {axis} that is in a bucket, and are left out.")
        words.append(text.format(n=n, total=len(units.units), axis=_small(units)))
    if units.buckets.rest:
        text = translate("Grain", "The {n} most frequent have a bucket each; {rest} others are together in the last.")
        words.append(text.format(n=len(units.buckets) - 1, rest=units.buckets.rest))
    return tuple(words)


def _too_few(units: BucketedUnits, compared: GrainComparison) -> list[str]:
    verdicts = (each.difference.verdict for each in compared.buckets)
    return [
        units.buckets.titles[place] for place, verdict in enumerate(verdicts) if verdict is DifferenceVerdict.TOO_FEW
    ]


def _small(units: BucketedUnits) -> str:
    """The measure's title within a sentence; a column of the data keeps its letters."""
    return units.axis.title if is_sample_column(units.axis.column) else localized(units.axis.title.lower())


def _difference(units: BucketedUnits, base: str, lane: str, bucket: BucketDifference, place: int, pattern: str) -> str:
    difference = bucket.difference
    mean = difference.mean or 0.0
    ends = _ordered(difference.low, difference.high)
    digits = _digits(mean, *ends[:1])
    sure = translate("Grain", "the same in each sample, corrected over this measure alone")
    if ends:
        low, high = (signed(end, digits) for end in ends)
        sure = translate("Grain", "95 % interval {low} to {high}, corrected over this measure alone")
        sure = sure.format(low=low, high=high)
    return pattern.format(
        lane=lane,
        base=base,
        axis=_small(units),
        title=units.title(place),
        better=lane if mean > 0 else base,
        mean=fixed(abs(mean), digits),
        sure=sure,
        n=counted(bucket.n_units, difference.n),
    )


def _pattern(units: BucketedUnits, is_only: bool) -> str:
    if is_only:
        return translate(
            "Grain",
            "{lane} and {base} differ at {axis} {title}: {better} scores {mean} more ({sure}, {n}).",
        )
    if units.is_category:
        return translate(
            "Grain",
            "{lane} and {base} differ most at {axis} {title}: {better} scores {mean} more ({sure}, {n}).",
        )
    if units.axis.harder == "small":
        return translate(
            "Grain",
            "From large to small, {lane} and {base} begin to differ at {axis} {title}: {better} scores {mean} more "
            "({sure}, {n}).",
        )
    return translate(
        "Grain",
        "From small to large, {lane} and {base} begin to differ at {axis} {title}: {better} scores {mean} more "
        "({sure}, {n}).",
    )


def _ordered(low: float | None, high: float | None) -> Sequence[float]:
    """The interval of the better lane's lead, its smaller end first; empty without one."""
    if low is None or high is None:
        return ()
    return (low, high) if high > 0 else (-high, -low)


def _digits(*values: float) -> int:
    """Digits after the point that show each of the values as what it is, and not as 0."""
    least = min((abs(value) for value in values if value), default=1.0)
    return min(max(_LEAST_DIGITS, math.ceil(-math.log10(least))), _MOST_DIGITS)
