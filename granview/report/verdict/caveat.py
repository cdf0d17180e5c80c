"""What must be known beside a verdict, as facts."""

import enum
from dataclasses import dataclass


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
    UNSCORED_SINCE = "not scored, with a reason"
    RARE = "rare failures"
    COPIES = "copies of samples"


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
