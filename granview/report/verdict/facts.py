"""What a verdict says, as numbers: every sentence in any language is made of these, and of nothing else."""

import enum
from dataclasses import dataclass

from granview.analysis.no_interval import NoInterval
from granview.analysis.unseen_failures import samples_without
from granview.core.slices import Slice


class PairKind(enum.StrEnum):
    """Why two lanes are compared."""

    NEIGHBOURS = "neighbours of a ladder"
    ENDS = "smallest and largest of a ladder"
    VARIANT = "variant and parent"
    FAMILIES = "largest of two families"
    AGAINST = "against one lane"


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


_RARE = 0.01

LEVEL = 0.05
"""Over everything that a verdict says together, a difference is announced where there is none so often at most."""


class CostKind(enum.StrEnum):
    """What a lane costs."""

    TIME = "time"
    MEMORY = "memory"
    PARAMETERS = "parameters"
    ENERGY = "energy"


class Apart(enum.StrEnum):
    """Why costs of two lanes are not compared."""

    SAVED = "saved"
    NOT_MEASURED = "not measured"
    OTHER_DEVICE = "other device"
    OTHER_RUN = "other run"
    OTHER_BATCH = "other batch size"


@dataclass(frozen=True)
class CostFact:
    """One cost of two lanes.

    Attributes:
        kind: What it is.
        larger: The larger lane's; None where it is not known.
        smaller: The smaller lane's.
        unit: ``ms``, ``MB``, ``J`` or empty.
        n: Samples that it rests on; None of what does not depend on samples.
        apart: Why the two are not compared; None where they are.
        lane: The lane because of which they are not; empty where that is both of them.
    """

    kind: CostKind
    larger: float | None
    smaller: float | None
    unit: str
    n: int | None = None
    apart: Apart | None = None
    lane: str = ""

    @property
    def ratio(self) -> float | None:
        """The larger lane's cost by the smaller's; None where they are not compared."""
        if self.apart is not None or self.larger is None or not self.smaller:
            return None
        return self.larger / self.smaller


class Advice(enum.StrEnum):
    """What follows from the facts of a pair; see ``granview.report.verdict.advice``."""

    UNSCORED = "nothing is scored"
    TOO_FEW = "too few samples"
    NOT_SHOWN = "no difference shown"
    ENOUGH = "the smaller is enough"
    ENOUGH_EXCEPT = "the smaller is enough, except in some places"
    SMALLER = "the smaller is better"
    SMALLER_EXCEPT = "the smaller is better, except in some places"
    LARGER = "the larger is better"
    LARGER_EXCEPT = "the larger is better, in some places the smaller is enough"
    SPLIT = "each is better or enough somewhere"
    LARGER_AT = "the larger is better in some places alone"
    SMALLER_AT = "the smaller is better or enough in some places alone"


@dataclass(frozen=True)
class PairFacts:
    """Everything that is said of two lanes.

    Attributes:
        kind: Why they are compared.
        family: The ladder's or model's name that both are of; empty where they have none in common.
        larger: The lane with more parameters; of a variant its parent; else the one that is compared.
        smaller: The other one.
        is_sized: Whether it is known that one has more parameters.
        over_all: The difference in the headline metric; None where no sample of both was scored.
        places: The differences by bucket, class and slice.
        costs: What both cost.
        advice: What follows.
    """

    kind: PairKind
    family: str
    larger: str
    smaller: str
    is_sized: bool
    over_all: Statement | None
    places: tuple[Statement, ...]
    costs: tuple[CostFact, ...]
    advice: Advice

    @property
    def needs_larger(self) -> tuple[Statement, ...]:
        """Where the larger is shown to be better, by more than is shown not to count."""
        return tuple(each for each in self.places if each.finding is Finding.LARGER and not each.is_within)

    @property
    def smaller_does(self) -> tuple[Statement, ...]:
        """Where the smaller is shown to be better, or no worse than the margin allows."""
        return tuple(each for each in self.places if each.is_within or each.finding is Finding.SMALLER)

    @property
    def enough(self) -> tuple[Statement, ...]:
        """Where a difference of the margin's size is ruled out."""
        return tuple(each for each in self.places if each.is_within)

    @property
    def smaller_better(self) -> tuple[Statement, ...]:
        """Where the smaller is shown to be better, by more than is shown not to count."""
        return tuple(each for each in self.places if each.finding is Finding.SMALLER and not each.is_within)

    @property
    def undecided(self) -> tuple[Statement, ...]:
        """Where no difference is shown, and none is ruled out."""
        return tuple(each for each in self.places if each.finding is Finding.NOT_SHOWN and not each.is_within)

    @property
    def too_few(self) -> tuple[Statement, ...]:
        """Where too few samples have such units."""
        return tuple(each for each in self.places if each.finding is Finding.TOO_FEW and each.is_within_reach)

    @property
    def out_of_reach(self) -> tuple[Statement, ...]:
        """Where so few samples have such units that no difference could be shown among so many statements."""
        return tuple(each for each in self.places if not each.is_within_reach)

    def cost(self, kind: CostKind) -> CostFact | None:
        """One of the costs."""
        return next((each for each in self.costs if each.kind is kind), None)


class CaveatKind(enum.StrEnum):
    """What must be known beside a verdict."""

    FAILED = "failed samples"
    PARTIAL = "partial overlap"
    OTHER_SETTINGS = "stale results"
    MARKED = "marked references"
    UNPAIRED = "other references"
    REFUSED = "refused variant"
    RAN_OTHERWISE = "ran otherwise"
    NO_TIMES = "no times"
    FEW = "few samples"
    BY_OUTCOME = "slice by outcome"
    FEW_IN_PLACES = "few samples in places"
    UNSCORED = "not scored"
    RARE = "rare failures"


@dataclass(frozen=True)
class Caveat:
    """Something that limits what a verdict says.

    Attributes:
        kind: What it is.
        lane: The lane that it is about; empty for all.
        n: How many samples it is about.
        total: Of how many; 0 where that means nothing.
        words: What the lane itself says of it, as it stands in the session; the name of a slice.
    """

    kind: CaveatKind
    lane: str = ""
    n: int = 0
    total: int = 0
    words: str = ""


@dataclass(frozen=True)
class VerdictFacts:
    """A verdict about the lanes of one task.

    Attributes:
        task: The task's name.
        task_title: Its title, in English.
        lanes: The lanes of the task, in the order of the session.
        against: The lane that all others are compared with, if the user chose one.
        pairs: What is said, pair by pair, the most telling first.
        caveats: What must be known besides.
        n_compared: How many p-values the correction is over.
        n_samples: Samples that were scored in some lane.
        unit_score: What the score of a unit is; None where the task has no units.
        resamples: How often samples were drawn anew.
    """

    task: str
    task_title: str
    lanes: tuple[str, ...]
    against: str | None
    pairs: tuple[PairFacts, ...]
    caveats: tuple[Caveat, ...] = ()
    n_compared: int = 0
    n_samples: int = 0
    unit_score: Measure | None = None
    resamples: int = 0
