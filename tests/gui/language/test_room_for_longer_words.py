"""The window at 1280 by 800 px in a language whose strings are 40 % longer, and in Chinese."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.arrangement.results_fold import in_front
from granview.settings import Settings
from tests.helpers.clipped_text import clipped_texts
from tests.helpers.ladder_lanes import ladder_session
from tests.helpers.pseudo_locale import pseudo, pseudo_locale
from tests.helpers.shell import Bench, open_bench
from tests.helpers.translations import build

LANES = {"unet-nano": 9, "unet-small": 3, "unet-base": 1}


def test_the_longer_language_keeps_places_keys_and_lines() -> None:
    assert pseudo("&Run {n} samples\nagain") == "&Rüñ {n} šåmpléš\någåîñ" + "~" * 7
    assert len(pseudo("Threads of a lane on the CPU")) >= 1.4 * len("Threads of a lane on the CPU")


def _cut(bench: Bench) -> dict[str, list[str]]:
    window = bench.work.window
    bench.until(lambda: len(window.docks.panels["metrics"].table.table.rows) == len(LANES))
    cut = {}
    for name, dock in window.docks.by_name.items():
        window.docks.show_panel(name)
        bench.until(lambda dock=dock: in_front(dock))
        bench.live(0.02)
        cut[name] = clipped_texts(window)
    return {name: words for name, words in cut.items() if words}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["pseudo", "zh_CN"])
def test_no_panel_cuts_its_words_off(qapp: QApplication, tmp_path: Path, language: str) -> None:
    build()
    session = ladder_session(tmp_path / "study.granview", samples=12, wrong_rows=LANES)
    if language == "zh_CN":
        bench = open_bench(qapp, tmp_path, session, Settings(theme="light", language="zh_CN"))
        cut = _cut(bench)
        bench.close()
    else:
        with pseudo_locale(qapp):
            bench = open_bench(qapp, tmp_path, session)
            cut = _cut(bench)
            bench.close()
    assert cut == {}
