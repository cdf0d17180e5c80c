"""One line of a benchmark's table."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, against what.

    Attributes:
        what: The thing timed.
        value: The figure with its unit, as text.
        ratio: The figure as a multiple of the baseline's, or None for the baseline and for figures that have none.
        goal: What it should reach, as text.
    """

    what: str
    value: str
    ratio: float | None = None
    goal: str = ""


def table(title: str, rows: Iterable[Row]) -> str:
    """The rows as a Markdown table under a heading."""
    lines = [f"### {title}", "", "| | measured | ratio | goal |", "|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(f"| {row.what} | {row.value} | {ratio} | {row.goal} |")
    return "\n".join(lines) + "\n"


def median_ms(function: Callable[[], object], repeats: int = 15, warmup: int = 2) -> float:
    """Median wall milliseconds of calling the function, after ``warmup`` calls that are not counted."""
    for _ in range(warmup):
        function()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)
