"""In a window of 1280 by 800 px with four scored lanes nothing is cut off that no tool tip says whole."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.arrangement.results_fold import in_front
from tests.helpers.clipped_text import clipped_texts
from tests.helpers.ladder_lanes import ladder_session
from tests.helpers.shell import open_bench

LANES = {"unet-nano": 9, "unet-small": 3, "unet-base": 1, "another-model-of-a-longer-name": 2}
SPARE_PX = 223 * 167
"""What a picture had when four of them first shared such a window, in px squared."""


@pytest.mark.slow
def test_every_panel_has_room_for_its_words_and_pictures_have_twice_what_they_had(
    qapp: QApplication, tmp_path: Path
) -> None:
    bench = open_bench(qapp, tmp_path, ladder_session(tmp_path / "study.granview", samples=12, wrong_rows=LANES))
    window, grid = bench.work.window, bench.work.grid
    metrics = window.docks.panels["metrics"]
    bench.until(lambda: len(metrics.table.table.rows) == 4)
    assert metrics.table.verticalScrollBar().maximum() == 0
    bench.work.services.view.show_reference = False
    bench.until(lambda: len(grid.cells) == 4)
    for cell in grid.cells:
        room = min(cell.canvas.width() / 4, cell.canvas.height() / 3)
        assert 12 * room**2 >= 2 * SPARE_PX
    window.arrangement.fold_results(False)
    bench.live(0.1)
    cut = {}
    for name, dock in window.docks.by_name.items():
        window.docks.show_panel(name)
        bench.until(lambda dock=dock: in_front(dock))
        bench.live(0.02)
        cut[name] = clipped_texts(window)
    assert {name: words for name, words in cut.items() if words} == {}
    bench.close()
