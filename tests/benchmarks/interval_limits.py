"""Where p-values promise too much, by simulation: ``python -m tests.benchmarks.interval_limits``.

Prints the two tables under "Many comparisons" and "What fails rarely is missed" of ``docs/guide/statistics.md``. It
takes a minute, and draws the same every time.
"""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.studentised_bootstrap import mean_pivots
from granview.analysis.unseen_failures import most_failing, samples_without

SETS: Final = 12_000
AT_ONCE: Final = 400
RESAMPLES: Final = 2000
LEVELS: Final = (0.05, 0.0025, 0.0005)
FAILING: Final = (0.03, 0.02, 0.0)
"""Shares of samples on which a lane fails altogether: more than the margin allows, just as much, none."""
MARGIN: Final = 0.02
RARE_SETS: Final = 2000

Reals = NDArray[np.float64]
Draw = Callable[[np.random.Generator, int, int], Reals]

WITHOUT_DIFFERENCE: Final[Mapping[str, Draw]] = {
    "normal": lambda rng, n, k: rng.normal(size=(n, k)),
    "exponential": lambda rng, n, k: rng.exponential(size=(n, k)) - 1,
    "lognormal": lambda rng, n, k: rng.lognormal(size=(n, k)) - np.exp(0.5),
}
"""By name, n differences of k sets, whose true mean is 0."""


def p_values(draw: Draw, n: int, sets: int = SETS) -> Reals:
    """Of "no difference", where there is none."""
    rng = np.random.default_rng(n)
    blocks = (mean_pivots(draw(rng, n, AT_ONCE), 0, RESAMPLES) for _ in range(sets // AT_ONCE))
    return np.array([pivot.p_value() for block in blocks for pivot in block if pivot is not None])


def called_no_worse(n: int, share: float, sets: int = RARE_SETS) -> tuple[float, float]:
    """How often a loss as large as ``MARGIN`` is called ruled out where such a share of samples fails altogether.

    First by the test alone, then where as many samples are asked for as would exclude failures that cost the margin.
    """
    rng = np.random.default_rng(n)
    change = rng.normal(0, 0.002, (n, sets))
    change[rng.random((n, sets)) < share] -= 1
    found = [pivot.p_above(-MARGIN) for pivot in mean_pivots(change, 0, RESAMPLES) if pivot is not None]
    by_test = float(np.mean(np.array(found) <= 0.05))
    return by_test, by_test if n >= samples_without(MARGIN) else 0.0


def main() -> int:
    """Print both tables."""
    print(f"| without a difference | n | {' | '.join(f'p at most {level:g}' for level in LEVELS)} |")
    print("|---|---|---|---|---|")
    for name, draw in WITHOUT_DIFFERENCE.items():
        for n in (16, 24, 100):
            p = p_values(draw, n)
            print(f"| {name} | {n} | {' | '.join(f'{np.mean(p <= level):.4f}' for level in LEVELS)} |")
    least = samples_without(MARGIN)
    shares = [f"{share:.0%} fail, by the tests | and n ≥ {least}" for share in FAILING]
    print(f"\n| n | may fail unseen | {' | '.join(shares)} |\n|---|---|{'---|---|' * len(FAILING)}")
    for n in (24, 50, 100, 150, 200, 400):
        told = [f"{called:.1%}" for share in FAILING for called in called_no_worse(n, share)]
        print(f"| {n} | {most_failing(n):.1%} | {' | '.join(told)} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
