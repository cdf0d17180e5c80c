"""One difference as a verdict says it: what it is measured by, where it is, and what is shown of it."""

import enum
from dataclasses import dataclass

from granview.analysis.no_interval import NoInterval
from granview.analysis.unseen_failures import samples_without
from granview.core.slices import Slice

LEVEL = 0.05
"""Over everything that a verdict says together, a difference is announced where there is none so often at most."""

_RARE = 0.01
"""The share of failures that are asked about where a sample may lose without bound."""


class Dimension(enum.StrEnum):
    """What a place is one of."""

    GRAIN = "grain"
    CLASS = "class"
    SLICE = "slice"


class Finding(enum.StrEnum):
    """What is shown of a difference, once corrected for everything that the verdict says."""

    LARGER = "larger better"
    SMALLER = "smaller better"
    NOT_SHOWN = "no difference shown"
    TOO_FEW = "too few samples"


@dataclass(frozen=True)
class Measure:
    """What a statement is measured by.

    Attributes:
        name: The column's name.
        title: Its title, in English.
        unit: Unit of its values; empty for ratios.
        better: Which values are better: ``higher`` or ``lower``.
        digits: Digits after the point where no interval tells how many matter.
        description: Its convention in words.
        top: What a sample that fails altogether may lose of it at most; None where that is not bounded.
    """

    name: str
    title: str
    unit: str
    better: str
    digits: int
    description: str = ""
    top: float | None = None


@dataclass(frozen=True)
class Subgroup:
    """Where something is said: a bucket of grain, a class, a saved slice.

    Attributes:
        dimension: What it is one of.
        title: What is measured, such as ``Region size``; ``class``; of a slice its name.
        kind: The kind of the units, such as ``region``; empty where units of several kinds lie in it.
        asked: The condition as a slice, by which its units are listed.
        low: Lower edge of a bucket, in it; None of anything else.
        high: Its upper edge, not in it; None where it has none.
        unit: Unit of the edges.
        is_count: Whether the grain is a whole number.
        name: Name of the class or slice; empty for buckets.
    """

    dimension: Dimension
    title: str
    kind: str
    asked: Slice
    low: float | None = None
    high: float | None = None
    unit: str = ""
    is_count: bool = False
    name: str = ""


@dataclass(frozen=True)
class Statement:
    """One difference, larger less smaller, with all that is said about it.

    Attributes:
        measure: What the values are.
        place: Where; None for over all.
        larger: The larger lane's value on the samples of both; None where there is none.
        smaller: The smaller lane's.
        low: Lower end of the 95 % interval of the difference; None with too few samples.
        high: Its upper end.
        n_samples: Samples that it rests on.
        n_units: Units that it rests on; None of a metric over whole samples.
        p_value: Two-sided, of "no difference", as it came; None with too few samples.
        corrected: The same after Holm's correction over everything that the verdict says.
        margin: The smallest difference that counts, in the measure's unit, as the user set it.
        error: The standard error of the difference; None without an interval.
        outside_p: Of "the difference is as large as the margin, or larger" (two one-sided tests); None without a test.
        outside_corrected: The same, corrected.
        detectable: The smallest true difference that so many samples show in 80 of 100 cases; None where not known.
        needed: How many samples would show a difference of the margin's size in 80 of 100 cases; None where that is not
            known, or more than anybody has.
        no_interval: Why there is no interval; None where there is one.
        n_different: In how many samples the lanes differ, where these are too few for an interval; else None.
        is_within_reach: Whether so many samples could show anything among so many statements; else it is not tested.
    """

    measure: Measure
    place: Subgroup | None
    larger: float | None
    smaller: float | None
    low: float | None
    high: float | None
    n_samples: int
    n_units: int | None
    p_value: float | None
    margin: float
    error: float | None = None
    outside_p: float | None = None
    corrected: float | None = None
    outside_corrected: float | None = None
    detectable: float | None = None
    needed: int | None = None
    no_interval: NoInterval | None = None
    n_different: int | None = None
    is_within_reach: bool = True

    @property
    def difference(self) -> float | None:
        """Larger less smaller, in the measure's own direction; None where either is unknown."""
        return None if self.larger is None or self.smaller is None else self.larger - self.smaller

    @property
    def lead(self) -> float | None:
        """By how much the larger is better; below 0 where the smaller is."""
        difference = self.difference
        return difference if difference is None or self.measure.better == "higher" else -difference

    @property
    def lead_ends(self) -> tuple[float, float] | None:
        """The interval of ``lead``, lower end first; None with too few samples."""
        if self.low is None or self.high is None:
            return None
        return (self.low, self.high) if self.measure.better == "higher" else (-self.high, -self.low)

    @property
    def finding(self) -> Finding:
        """What is shown of it."""
        is_known = self.low is not None or self.is_same or self.is_alike
        if self.lead is None or self.corrected is None or not is_known:
            return Finding.TOO_FEW
        if self.corrected > LEVEL or self.lead == 0:
            return Finding.NOT_SHOWN
        return Finding.LARGER if self.lead > 0 else Finding.SMALLER

    @property
    def is_same(self) -> bool:
        """Whether both lanes have the same value on every one of enough samples."""
        return self.no_interval is NoInterval.SAME

    @property
    def is_alike(self) -> bool:
        """Whether every sample has the same difference, so that no scatter tells how far the true one may lie."""
        return self.no_interval is NoInterval.ALIKE

    @property
    def is_within(self) -> bool:
        """Whether it is shown that the difference is smaller than the margin, in either direction."""
        return self.outside_corrected is not None and self.outside_corrected <= LEVEL

    @property
    def rare_from(self) -> int:
        """How many samples without a failure exclude failures that alone would cost the margin.

        Such a failure loses all that the measure has; where that has no bound, those of 1 % of samples are asked about.
        """
        return samples_without(_RARE if self.measure.top is None else self.margin / self.measure.top)

    @property
    def leaves_rare_open(self) -> bool:
        """Whether what is ruled out may be so all the same, by failures that are too rare for so few samples."""
        return self.is_within and self.n_samples < self.rare_from

    @property
    def is_lost_to_correction(self) -> bool:
        """Whether it would be shown if nothing else were looked at."""
        return self.finding is Finding.NOT_SHOWN and self.p_value is not None and self.p_value <= LEVEL
