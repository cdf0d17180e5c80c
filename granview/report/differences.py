"""What every lane has over the pinned one, with an interval: is the difference real?"""

from functools import partial
from typing import Final

from granview.analysis.paired import PairedDifference, paired_statistics_bootstrap
from granview.core.errors import ArgumentError
from granview.report.contents import Contents
from granview.report.merging import aligned
from granview.store.reader import SessionReader
from granview.tasks.base import known_metrics

BOOTSTRAP_SEED: Final = 0
"""Seed of every resampling, recorded with each run."""

_RESAMPLES = 1000


def differences(
    session: SessionReader, pinned: str, resamples: int = _RESAMPLES
) -> dict[str, dict[str, PairedDifference]]:
    """For each other lane of the same task, its metrics less the pinned lane's, over the samples that both scored.

    Metrics are of merged statistics, resampled by sample (see ``granview.analysis.paired``).

    Raises:
        ArgumentError: there is no such lane.
    """
    contents = Contents.read(session)
    tasks = contents.tasks
    if pinned not in tasks:
        raise ArgumentError(f"There is no lane '{pinned}'.", f"Lanes: {', '.join(tasks) or 'none'}.")
    others = [lane for lane, task in tasks.items() if lane != pinned and task is tasks[pinned]]
    return {lane: _difference(contents, lane, pinned, resamples) for lane in others}


def _difference(contents: Contents, lane: str, pinned: str, resamples: int) -> dict[str, PairedDifference]:
    task = contents.tasks[lane]
    rows = [[contents.result(name, sample.name) for sample in contents.samples] for name in (lane, pinned)]
    (ours, theirs), _ = aligned(task, rows)
    return paired_statistics_bootstrap(ours, theirs, partial(known_metrics, task), seed=BOOTSTRAP_SEED, n=resamples)
