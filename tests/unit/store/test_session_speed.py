import time
from pathlib import Path

import msgspec
import pytest

from granview.core.events import ResultArrived
from granview.core.lane import LaneSpec
from granview.store.session import Session
from tests.helpers.store import result, sample

_SAMPLES = 10_000
_LANES = ("a", "b", "c", "d")


def _fill(session: Session) -> None:
    samples = [sample(f"s{i}") for i in range(_SAMPLES)]
    session.add_samples(samples)
    for lane in _LANES:
        session.add_lane(LaneSpec(lane, f"zoo:{lane}"))
        template = result(lane, samples[0]).result
        session.record([ResultArrived(lane, msgspec.structs.replace(template, sample=each)) for each in samples])


@pytest.mark.slow
def test_forty_thousand_results_are_listed_at_once(tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        _fill(session)
        cpu_s = []
        for _ in range(3):
            start = time.thread_time()
            rows = session.results()
            cpu_s.append(time.thread_time() - start)
        assert len(rows) == _SAMPLES * len(_LANES)
        assert min(cpu_s) < 0.3
