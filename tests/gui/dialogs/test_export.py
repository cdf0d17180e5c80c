import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.events import ResultArrived
from granview.core.measurements import Timing
from granview.core.messages import Result
from granview.core.prediction import pack_prediction
from granview.core.predictions.label_map import LabelMap
from granview.export.output_plan import OutputKind
from granview.gui.dialogs.export import EVERYTHING, SAMPLE, SCREEN, ExportDialog
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.full_disk import small_files
from tests.helpers.scored import scored_session
from tests.helpers.scored_texts import review_session
from tests.helpers.shell import Bench, nano, write_scene
from tests.helpers.store import ready


@pytest.fixture
def scored(open_window: OpenBench, tmp_path: Path) -> Bench:
    """A window with one sample that one lane has segmented."""
    from granview.core.sample import Sample

    of = Sample("scene", str(write_scene(tmp_path / "scenes", "scene", reference=False)))
    session = Session.create(tmp_path / "scored.granview")
    session.add_samples([of])
    session.add_lane(nano("lane"))
    labels = LabelMap(np.tile(np.arange(96, dtype=np.uint8) // 48, (96, 1)))
    session.record([ready("lane"), ResultArrived("lane", Result(1, of, pack_prediction(labels), Timing(1, 2, 3)))])
    bench = open_window(session)
    bench.until(lambda: "lane" in bench.work.services.loader.predictions and bench.work.services.loader.content)
    bench.live(0.1)
    return bench


def _dialog(bench: Bench) -> ExportDialog:
    bench.work.window.actions_by_name["export"].trigger()
    (dialog,) = bench.work.window.findChildren(ExportDialog)
    return dialog


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
@pytest.mark.parametrize("what", [SCREEN, SAMPLE])
def test_picture_is_written_in_every_format(scored: Bench, tmp_path: Path, what: str, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    written: list[str] = []
    scored.work.exporter.finished.connect(written.append)
    _dialog(scored).write_to(what, path)
    scored.until(lambda: written)
    begins = {".png": b"\x89PNG", ".svg": b"<", ".pdf": b"%PDF"}
    assert path.read_bytes().startswith(begins[suffix])
    assert str(path) in written[0]


def test_sample_is_written_at_native_size_or_larger(scored: Bench, tmp_path: Path) -> None:
    path = tmp_path / "native.png"
    written: list[str] = []
    scored.work.exporter.finished.connect(written.append)
    _dialog(scored).write_to(SAMPLE, path)
    scored.until(lambda: written)
    with Image.open(path) as image:
        assert image.width > 2 * 96


def test_everything_is_written_into_a_folder(scored: Bench, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written: list[str] = []
    scored.work.exporter.finished.connect(written.append)
    dialog = _dialog(scored)
    dialog.choose(EVERYTHING)
    dialog.write_to(EVERYTHING, out)
    scored.until(lambda: written)
    with (out / "results.csv").open(encoding="utf-8") as file:
        (row,) = list(csv.DictReader(file))
    assert (row["sample"], row["lane"], row["status"]) == ("scene", "lane", "ok")
    assert {path.name for path in out.iterdir()} >= {"summary.csv", "units.csv", "predictions", "session.granview"}
    assert (out / "predictions" / "lane" / "scene.png").is_file()


def test_the_price_of_the_preferences_is_in_the_table_of_costs(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(scored_session(tmp_path / "a.granview", samples=2))
    preferences = bench.work.services.preferences
    preferences.change(replace(preferences.settings, cpu_price_per_hour=0.5))
    written: list[str] = []
    bench.work.exporter.finished.connect(written.append)
    dialog = _dialog(bench)
    dialog.choose(EVERYTHING)
    dialog.write_to(EVERYTHING, tmp_path / "out")
    bench.until(lambda: written)
    with (tmp_path / "out" / "cost.csv").open(encoding="utf-8") as file:
        assert "money_per_million" in {row["cost"] for row in csv.DictReader(file)}


def test_only_what_is_wanted_is_written(scored: Bench, tmp_path: Path) -> None:
    written: list[str] = []
    scored.work.exporter.finished.connect(written.append)
    scored.work.exporter.write_all(tmp_path / "out", [OutputKind.TABLES])
    scored.until(lambda: written)
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".csv"}


def test_files_of_others_in_a_folder_are_only_replaced_where_that_is_said(scored: Bench, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "results.csv").write_text("mine")
    said: list[str] = []
    scored.work.exporter.failed.connect(said.append)
    scored.work.exporter.finished.connect(said.append)
    dialog = _dialog(scored)
    dialog.choose(EVERYTHING)
    dialog.write_to(EVERYTHING, out)
    scored.until(lambda: said)
    assert "no session there has written: results.csv" in said[0]
    assert [path.name for path in out.iterdir()] == ["results.csv"]
    dialog.overwrite.setChecked(True)
    dialog.write_to(EVERYTHING, out)
    scored.until(lambda: len(said) == 2)
    assert "files were written" in said[1]
    assert (out / "results.csv").read_text() != "mine"


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_a_picture_that_cannot_be_written_leaves_the_old_one(scored: Bench, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"screen{suffix}"
    path.write_text("old")
    told: list[str] = []
    scored.work.exporter.failed.connect(told.append)
    with small_files(100):
        scored.work.exporter.write_screen(path)
    assert "cannot be written" in told[0]
    assert path.read_text() == "old"


def test_an_ending_that_the_dialog_did_not_ask_about_replaces_nothing(scored: Bench, tmp_path: Path) -> None:
    (tmp_path / "screen.png").write_text("old")
    _dialog(scored)._write_to_chosen(SCREEN, tmp_path / "screen", ".png")
    assert (tmp_path / "screen.png").read_text() == "old"
    (tmp_path / "mine.granview").write_text("old")
    scored.work.face.sessions.saving.save_as_chosen(tmp_path / "mine")
    assert (tmp_path / "mine.granview").read_text() == "old"


def test_folder_that_cannot_be_written_is_told_in_words(scored: Bench, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told: list[str] = []
    scored.work.exporter.failed.connect(told.append)
    scored.work.exporter.write_all(tmp_path / "file" / "out", list(OutputKind))
    scored.until(lambda: told)
    assert "out" in told[0]


def test_what_is_on_screen_goes_to_the_clipboard(scored: Bench) -> None:
    scored.work.face.dialogs.copy_view()
    assert scored.app.clipboard().image().size() == scored.work.grid.grab().toImage().size()


@pytest.fixture
def texts(open_window: OpenBench, tmp_path: Path) -> Bench:
    """A window with a text about which two lanes said something."""
    return open_window(review_session(tmp_path / "texts.granview", samples=1))


def test_page_of_a_text_is_offered_as_html_too_but_the_screen_is_not(texts: Bench) -> None:
    dialog = _dialog(texts)
    assert (dialog.what, dialog.formats) == (SAMPLE, (".html", ".png", ".svg", ".pdf"))
    dialog.choose(SCREEN)
    assert dialog.formats == (".png", ".svg", ".pdf")
    dialog.choose(SAMPLE)
    assert dialog.formats[0] == ".html"


def test_page_of_a_picture_is_not_offered_as_html(scored: Bench) -> None:
    assert _dialog(scored).formats == (".png", ".svg", ".pdf")


@pytest.mark.parametrize(("suffix", "begins"), [(".html", b"<!DOCTYPE html>"), (".png", b"\x89PNG")])
def test_page_of_a_text_is_written(texts: Bench, tmp_path: Path, suffix: str, begins: bytes) -> None:
    written: list[str] = []
    texts.work.exporter.finished.connect(written.append)
    _dialog(texts).write_to(SAMPLE, tmp_path / f"page{suffix}")
    texts.until(lambda: written)
    assert (tmp_path / f"page{suffix}").read_bytes().startswith(begins)


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_screen_with_a_text_is_written(texts: Bench, tmp_path: Path, suffix: str) -> None:
    written: list[str] = []
    texts.work.exporter.finished.connect(written.append)
    _dialog(texts).write_to(SCREEN, tmp_path / f"screen{suffix}")
    texts.until(lambda: written)
    assert (tmp_path / f"screen{suffix}").stat().st_size > 1_000


def test_everything_about_texts_is_written(texts: Bench, tmp_path: Path) -> None:
    written: list[str] = []
    texts.work.exporter.finished.connect(written.append)
    dialog = _dialog(texts)
    assert OutputKind.EXPLANATIONS in dialog.parts()
    dialog.write_to(EVERYTHING, tmp_path / "out")
    texts.until(lambda: written)
    assert (tmp_path / "out" / "predictions" / "small" / "r0.json").is_file()
    assert {path.name for path in (tmp_path / "out" / "comparison").iterdir()} == {"r0.html", "r0.png"}


def test_tables_are_written_as_parquet_too_where_that_is_asked_for(scored: Bench, tmp_path: Path) -> None:
    written: list[str] = []
    scored.work.exporter.finished.connect(written.append)
    dialog = _dialog(scored)
    dialog.choose(EVERYTHING)
    dialog.parquet.setChecked(True)
    dialog.write_to(EVERYTHING, tmp_path / "out")
    scored.until(lambda: written)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"results.csv", "results.parquet", "units.parquet"} <= names
