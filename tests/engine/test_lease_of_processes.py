"""The device lease between real processes."""

import itertools
from pathlib import Path

from granview.core.run_params import RunParams
from granview.engine.limits import WorkerOptions
from tests.engine.conftest import NewEngine
from tests.helpers.bad_workers import TURNS
from tests.helpers.engine import Witness, lane, picture


def test_no_two_processes_ever_have_the_device_at_once(new_engine: NewEngine, witness: Witness, tmp_path: Path) -> None:
    stamps = tmp_path / "stamps"
    engine = new_engine(
        workers=WorkerOptions("spawn", entry="tests.helpers.bad_workers:stamps_its_turns", loader=str(stamps))
    )
    for name in "abc":
        engine.open_lane(lane(name))
        engine.submit(name, [picture(tmp_path, name)], RunParams())
    for name in "abc":
        witness.wait_for_answers(name, 1)
    turns = sorted(tuple(map(int, line.split())) for line in stamps.read_text(encoding="ascii").splitlines())
    assert len(turns) == 3 * TURNS
    assert all(ended <= began for (_, ended), (began, _) in itertools.pairwise(turns))
