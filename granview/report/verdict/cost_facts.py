"""What two lanes cost, as a verdict says it: a fact for each kind of cost, or why the two are not compared."""

import enum
from dataclasses import dataclass


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
