"""How often 95 % intervals cover the truth, by simulation: ``python -m tests.benchmarks.interval_coverage``.

Prints the tables of ``docs/guide/statistics.md``. ``--quick`` draws fewer sets, of up to 100 samples. Every run draws
the same.
"""

import argparse
import sys
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES, Pivot, is_enough
from granview.analysis.jackknife import group_places
from granview.analysis.studentised_bootstrap import mean_pivots, ratio_pivots
from tests.benchmarks.interval_methods import METHODS, RESAMPLES, Ends, Reals, Sets
from tests.benchmarks.interval_scenarios import SCENARIOS, Scenario

SIZES: Final = (MIN_SAMPLES, 10, 24, 100, 1000)
SETS: Final = 4000
QUICK_SIZES: Final = (10, 24, 100)
QUICK_SETS: Final = 400
AT_ONCE: Final = 200

LEAST, MOST = 0.93, 0.97
"""What an interval is to cover from 24 samples on."""


@dataclass(frozen=True)
class Coverage:
    """Of one way to make intervals, in one scenario, with one number of samples.

    Attributes:
        covered: The share of intervals that hold the truth; NaN where there are none.
        below: The share that lies below it.
        width: Their median width.
        have_one: The share of sets that have an interval.
    """

    covered: float
    below: float
    width: float
    have_one: float


def granview(sets: Sets) -> Ends:
    """The interval that GranView shows, NaN where it shows none."""
    pivots = _pivots(sets)
    unusual = np.count_nonzero(sets.statistics[..., 0], axis=0) if sets.scenario.is_mean else None
    ends = np.full((len(pivots), 2), np.nan)
    for place, pivot in enumerate(pivots):
        if pivot is not None and is_enough(sets.n, MIN_DIFFERENT if unusual is None else int(unusual[place])):
            interval = pivot.interval()
            ends[place] = interval.low, interval.high
    return ends[:, 0], ends[:, 1]


def _pivots(sets: Sets) -> list[Pivot | None]:
    if sets.scenario.is_ratio and not sets.scenario.is_mean:
        return ratio_pivots(sets.statistics[..., 0], sets.statistics[..., 1], seed=0, n=RESAMPLES)
    return mean_pivots(_grouped_contributions(sets), seed=0, n=RESAMPLES)


def _grouped_contributions(sets: Sets) -> Reals:
    """As ``granview.analysis.jackknife.contributions``, of all sets at once."""
    groups = group_places(sets.n, 0, seed=0)
    summed = np.stack([sets.statistics[places].sum(axis=0) for places in groups])
    left_out = sets.scenario.metric(sets.statistics.sum(axis=0) - summed)
    sizes = np.array([len(places) for places in groups])[:, None]
    contributed = (sets.n - sizes) * len(groups) / sets.n * (sets.value - left_out)
    return np.asarray(sets.value + contributed - contributed.mean(axis=0))


def measure(scenario: Scenario, n: int, how_many: int, seed: int = 0) -> dict[str, Coverage]:
    """By method, its coverage over so many sets of n samples."""
    generator = np.random.default_rng([seed, n])
    truth = scenario.truth()
    ends: dict[str, list[Ends]] = {}
    for _ in range(0, how_many, AT_ONCE):
        sets = Sets(scenario, scenario.draw(generator, n, AT_ONCE))
        for name, method in {**METHODS, "GranView": granview}.items():
            ends.setdefault(name, []).append(method(sets))
    return {name: _coverage(found, truth) for name, found in ends.items()}


def _coverage(ends: list[Ends], truth: float) -> Coverage:
    low, high = (np.concatenate(side) for side in zip(*ends, strict=True))
    known = ~np.isnan(low)
    if not known.any():
        return Coverage(np.nan, np.nan, np.nan, 0.0)
    low, high = low[known], high[known]
    covered = (low <= truth) & (truth <= high)
    return Coverage(
        float(covered.mean()), float((high < truth).mean()), float(np.median(high - low)), float(known.mean())
    )


def table_row(title: str, n: int, found: dict[str, Coverage]) -> str:
    """A line of the table: coverage in percent, GranView's in bold where it is not within 93 to 97 %."""
    others = [_percent(found[name].covered) for name in METHODS]
    ours = found["GranView"]
    is_out = n >= 24 and not np.isnan(ours.covered) and not LEAST <= round(ours.covered, 3) <= MOST
    shown = _percent(ours.covered)
    width = "" if np.isnan(ours.width) else f"{ours.width / found[next(iter(METHODS))].width:.2f}"
    cells = [title, str(n), *others, f"**{shown}**" if is_out else shown, _percent(ours.have_one), width]
    return f"| {' | '.join(cells)} |"


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.1f}"


def main(arguments: list[str]) -> None:
    """Print the table, line by line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer sets, of up to 100 samples")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    sizes, how_many = (QUICK_SIZES, QUICK_SETS) if chosen.quick else (SIZES, SETS)
    heads = ["differences", "n", *METHODS, "GranView", "have one", "width"]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    for scenario in SCENARIOS:
        for n in sizes:
            print(table_row(scenario.title, n, measure(scenario, n, how_many, chosen.seed)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
