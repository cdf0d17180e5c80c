"""What a verdict says, as numbers: every sentence in any language is made of these, and of nothing else.

What it says of two lanes is in ``pair_facts``, each difference in ``statement``, costs in ``cost_facts``, and what
limits it in ``caveat``.
"""

from dataclasses import dataclass

from granview.report.verdict.caveat import Caveat
from granview.report.verdict.pair_facts import PairFacts
from granview.report.verdict.statement import Measure


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
