"""Two sessions of the same pictures, the second with lanes that are worse, better or equal, scored without models."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from granview.core.events import Event
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.store.session import Session
from tests.helpers.scored import scored_result, write_files
from tests.helpers.store import failure, ready

BEFORE: Final[Mapping[str, int]] = {"falls": 0, "rises": 14, "stays": 1}
AFTER: Final[Mapping[str, int]] = {"falls": 14, "rises": 0, "stays": 1}
"""By lane, how many rows it gets wrong."""


def lanes_session(
    path: Path, files: Sequence[Sample], wrong_rows: Mapping[str, int], failing: Sequence[str] = ()
) -> Session:
    """A session of lanes over pictures; every lane fails on some of them."""
    session = Session.create(path)
    session.add_samples(list(files))
    events: list[Event] = []
    for lane, wrong in wrong_rows.items():
        session.add_lane(LaneSpec(lane, f"zoo:{lane}"))
        events.append(ready(lane))
        for index, sample in enumerate(files):
            is_failing = sample.name in failing
            events.append(
                failure(lane, sample, request_id=index + 1) if is_failing else scored_result(lane, sample, index, wrong)
            )
    session.record(events)
    return session


def session_pair(folder: Path, samples: int = 24, failing: Sequence[str] = ()) -> tuple[Path, Path]:
    """Files of both, closed: ``a.granview`` and ``b.granview``."""
    files = [write_files(folder / "pictures", index) for index in range(samples)]
    paths = folder / "a.granview", folder / "b.granview"
    lanes_session(paths[0], files, BEFORE).close()
    lanes_session(paths[1], files, AFTER, failing).close()
    return paths
