"""The lane with the best value of the metric that says most, from the facts of a verdict."""

from dataclasses import dataclass

from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.figures import figures_of


@dataclass(frozen=True)
class BestLane:
    """Of the lanes that a verdict compares over all.

    Attributes:
        lane: Its name.
        metric: The metric's title.
        value: Its value, as sentences write it.
        n_samples: Samples that it rests on.
    """

    lane: str
    metric: str
    value: str
    n_samples: int


def best_lane(facts: VerdictFacts) -> BestLane | None:
    """The best of all pairs' lanes; None where no pair was scored, or pairs rest on different samples or metrics."""
    scored = [(pair, pair.over_all) for pair in facts.pairs if pair.over_all is not None]
    if len({(said.measure.name, said.n_samples) for _, said in scored}) != 1:
        return None
    values = {}
    for pair, said in scored:
        figures = figures_of(said)
        values[pair.larger] = (said.larger, figures.larger)
        values[pair.smaller] = (said.smaller, figures.smaller)
    known = [(value, text, lane) for lane, (value, text) in values.items() if value is not None]
    if not known:
        return None
    measure, n_samples = scored[0][1].measure, scored[0][1].n_samples
    choose = max if measure.better == "higher" else min
    _, text, lane = choose(known, key=lambda each: each[0])
    return BestLane(lane, measure.title, text, n_samples)
