from pathlib import Path

import pytest

from granview.core.lane import LaneSpec
from granview.core.params import Generation, TextParams
from granview.core.run_params import RunParams
from granview.gui.dialogs.text_params import TextParamsDialog
from granview.settings import Settings
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench
from tests.helpers.store import result, sample


def _open(bench: Bench) -> TextParamsDialog:
    bench.work.window.actions_by_name["text-params"].trigger()
    (dialog,) = bench.work.window.findChildren(TextParamsDialog)
    return dialog


def test_what_is_chosen_holds_for_the_session_and_for_new_ones(bench: Bench) -> None:
    dialog = _open(bench)
    dialog.writing.sample.setChecked(True)
    dialog.writing.temperature.setValue(0.7)
    dialog.writing.seed.setValue(5)
    dialog.reading.long_text.setCurrentIndex(dialog.reading.long_text.findData("truncate"))
    dialog.reading.prefix.setText("summarize: ")
    dialog.reading.aggregation.setCurrentIndex(dialog.reading.aggregation.findData("average"))
    dialog.accept()
    generation = Generation(do_sample=True, temperature=0.7, seed=5)
    text = TextParams(long_text="truncate", prefix="summarize: ", aggregation="average")
    assert bench.work.model.params == RunParams(text=text, generation=generation)
    bench.until(lambda: bench.work.document.session.params().generation == generation)
    bench.until(lambda: bench.saved)
    assert (bench.saved[-1].text, bench.saved[-1].generation) == (text, generation)


def test_change_makes_results_stale_and_none_leaves_them(bench: Bench) -> None:
    model = bench.work.model
    model.samples.add([sample("one")])
    model.add_lanes([LaneSpec("lane", "zoo:unet-nano")])
    model.apply([result("lane", sample("one"))])
    for beams, stale in ((1, False), (3, True)):
        dialog = _open(bench)
        dialog.writing.beams.setValue(beams)
        dialog.accept()
        bench.until(lambda: not bench.work.window.findChildren(TextParamsDialog))
        row = model.row("one", "lane")
        assert row is not None
        assert row.stale == stale


def test_page_shows_what_the_session_says_and_keeps_its_digits(open_window: OpenBench, tmp_path: Path) -> None:
    session = Session.create(tmp_path / "own.granview")
    params = RunParams(text=TextParams(threshold=0.12345, prefix=""), generation=Generation(num_beams=4, top_p=0.98765))
    session.set_params(params)
    bench = open_window(session)
    dialog = _open(bench)
    assert dialog.writing.beams.value() == 4
    assert dialog.reading.no_prefix.isChecked()
    assert dialog.params() == params


@pytest.mark.parametrize("on", [True, False])
def test_fields_of_drawing_are_open_where_tokens_are_drawn(bench: Bench, on: bool) -> None:
    writing = _open(bench).writing
    writing.sample.setChecked(on)
    for field in (writing.temperature, writing.top_k, writing.top_p, writing.seed):
        assert field.isEnabled() == on


def test_other_settings_leave_what_is_set_per_session(open_window: OpenBench, tmp_path: Path) -> None:
    session = Session.create(tmp_path / "own.granview")
    session.set_params(RunParams(generation=Generation(num_beams=4)))
    bench = open_window(session)
    preferences = bench.work.preferences
    preferences.change(Settings(theme="dark", boundary_tolerance_px=5.0))
    assert bench.work.model.params.boundary_tolerance_px == 5.0
    assert bench.work.model.params.generation == Generation(num_beams=4)
