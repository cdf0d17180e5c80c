"""A session whose lanes have failed is drawn without a warning of Qt's, in every mode and at every size."""

from pathlib import Path

from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.gui.model.view_state import Mode
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import write_scene
from tests.helpers.store import failure


def test_failed_lanes_are_drawn_without_a_warning(open_window: OpenBench, tmp_path: Path) -> None:
    samples = [Sample(name, str(write_scene(tmp_path, name, size=48, reference=False)), "0" * 64) for name in "ab"]
    with Session.create(tmp_path / "a.granview") as session:
        session.add_samples(samples)
        for n in range(6):
            session.add_lane(LaneSpec(f"bad-{n}", "/nowhere", device="cpu"))
        session.start_run()
        session.record([failure(f"bad-{n}", one) for n in range(6) for one in samples])
    bench = open_window(Session.open(tmp_path / "a.granview"))
    bench.until(lambda: bench.work.services.loader.is_complete and len(bench.work.grid.cells) == 6)
    assert bench.work.grid.cells[0].card.status is not None
    for size in ((1280, 800), (500, 320)):
        bench.work.window.resize(*size)
        for mode in Mode:
            bench.work.services.view.mode = mode
            bench.app.processEvents()
            bench.work.window.grab()
