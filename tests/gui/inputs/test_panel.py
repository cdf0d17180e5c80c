from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.gui.inputs.panel import InputsPanel
from granview.gui.inputs.plain_edit import MAX_CHARS
from granview.gui.inputs.sample_list_view import ROW_ROLE, SampleRow
from granview.gui.session.import_summary import ImportSummary
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, GapWatcher, write_scene

MARKUP = "<b>bold</b> & <img src='x'>"


@pytest.fixture
def panel(bench: Bench) -> InputsPanel:
    found = bench.work.window.docks.panels["inputs"]
    assert isinstance(found, InputsPanel)
    return found


def _write_reviews(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "reviews.csv"
    path.write_text('text,label\n"Not bad at all.",positive\nDreadful.,negative\n', encoding="utf-8")
    return path


def _row(panel: InputsPanel, place: int) -> SampleRow:
    index = panel.list.model().index(place, 0)
    row = index.data(ROW_ROLE)
    assert isinstance(row, SampleRow)
    return row


def _drop(bench: Bench, data: QMimeData) -> bool:
    window, left, none = bench.work.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))
    return enter.isAccepted()


def _only(bench: Bench) -> Sample:
    (sample,) = bench.work.model.samples.all()
    return sample


def test_images_texts_and_data_sets_come_together(bench: Bench, panel: InputsPanel, tmp_path: Path) -> None:
    summaries = list[ImportSummary]()
    bench.work.services.importer.finished.connect(summaries.append)
    write_scene(tmp_path / "scenes", "scene")
    _write_reviews(tmp_path / "texts")
    (tmp_path / "texts" / "note.txt").write_text("شاهدت الفيلم\nأمس", encoding="utf-8")
    bench.drop(tmp_path / "scenes", tmp_path / "texts")
    bench.until(lambda: summaries)
    assert (summaries[0].added, summaries[0].with_reference) == (4, 3)
    assert summaries[0].by_kind == {"image": 1, "text": 3}
    assert "1 image added, 3 texts added" in bench.work.window.statusBar().currentMessage()
    bench.until(lambda: len(bench.work.model.samples.order) == 4)
    rows = {row.title: row for row in (_row(panel, place) for place in range(4))}
    bench.until(lambda: "شاهدت الفيلم أمس" in {_row(panel, place).title for place in range(4)})
    assert rows["Not bad at all."].icon == "text"
    assert rows["Not bad at all."].text == "reviews-0001 · reference"
    assert not rows["scene"].icon, "a picture has its thumbnail"


@pytest.mark.slow
def test_row_of_a_text_that_no_lane_is_for_says_so(bench: Bench, panel: InputsPanel, tmp_path: Path) -> None:
    bench.drop(_write_reviews(tmp_path / "data"))
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    for task in ("translation", "token-classification"):
        bench.work.model.add_lanes([LaneSpec(task, "zoo:x", task=task)])
        assert len(_row(panel, 0).dots) == (task == "translation")
    words = "No lane here does text classification; add one."
    assert _row(panel, 0).text == f"reviews-0001 · {words}"
    assert words in panel.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert not bench.work.model.missing("translation")


def test_filter_finds_words_in_texts(bench: Bench, panel: InputsPanel, tmp_path: Path) -> None:
    bench.drop(_write_reviews(tmp_path / "data"))
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    panel.search.setText("DREADful")
    bench.until(lambda: bench.work.model.samples.order == ("reviews-0002",))
    panel.search.setText("reviews")
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    panel.search.setText("nowhere")
    bench.until(lambda: bench.work.model.samples.order == ())


def test_filtering_many_long_texts_does_not_stall_the_window(bench: Bench, panel: InputsPanel) -> None:
    given = TextInput.of("word " * 4_000)
    samples = [Sample(f"t{n}", "", kind="text", text=given) for n in range(2_000)]
    samples.append(Sample("odd", "", kind="text", text=TextInput.of("needle")))
    bench.work.model.samples.add(samples)
    bench.until(lambda: len(bench.work.model.samples.order) == len(samples))
    watcher = GapWatcher(on_a_core=True)
    watcher.start()
    panel.search.setText("needle")
    bench.until(lambda: bench.work.model.samples.order == ("odd",))
    watcher.stop()
    assert watcher.longest_ms < 250


def test_text_of_a_row_is_never_markup(bench: Bench, panel: InputsPanel) -> None:
    bench.work.services.importer.add_text(TextInput.of(MARKUP))
    bench.until(lambda: len(bench.work.model.samples.order) == 1)
    assert _row(panel, 0).title == MARKUP
    tip = panel.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;" in tip
    assert "<b>" not in tip


@pytest.mark.parametrize("text", ["Plain words.", MARKUP, "zwei\nZeilen\u00a0hier", "a\x00b", "👩‍👩‍👧 é"])
def test_pasted_text_becomes_a_sample_as_it_is(bench: Bench, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    bench.work.window.actions_by_name["paste"].trigger()
    bench.until(lambda: len(bench.work.model.samples) == 1)
    sample = _only(bench)
    assert (sample.kind, sample.path, sample.text) == ("text", "", TextInput.of(text))
    bench.until(bench.work.document.session.samples)
    assert bench.work.document.session.samples()[0] == sample


def test_text_dropped_from_another_program_becomes_a_sample_and_a_link_does_not(bench: Bench) -> None:
    data = QMimeData()
    data.setText("Dragged words.")
    assert _drop(bench, data)
    assert _only(bench).text == TextInput.of("Dragged words.")
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/")])
    link.setText("https://example.org/")
    assert not _drop(bench, link)
    assert len(bench.work.model.samples) == 1


def test_text_is_typed_and_added_by_key_and_shown(bench: Bench, panel: InputsPanel) -> None:
    entry = panel.entry
    bench.work.window.activateWindow()
    entry.text.setFocus()
    assert not entry.add.isEnabled()
    QTest.keyClicks(entry.text, "A short review")
    QTest.keyClick(entry.text, Qt.Key.Key_Return)
    QTest.keyClicks(entry.text, "of two lines")
    QTest.keyClick(entry.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sample = _only(bench)
    assert sample.text == TextInput.of("A short review\nof two lines")
    assert bench.work.model.samples.current == sample
    assert entry.text.text() == ""
    assert bench.work.services.view.mode == "side-by-side"


def test_entry_asks_for_a_question_where_a_lane_answers_some(bench: Bench, panel: InputsPanel) -> None:
    entry = panel.entry
    bench.work.window.activateWindow()
    entry.text.setFocus()
    bench.until(entry.text.hasFocus)
    assert entry.question.isHidden()
    bench.work.model.add_lanes([LaneSpec("answers", "zoo:x", task="question-answering")])
    assert not entry.question.isHidden()
    assert entry.pair.isHidden()
    entry.text.setPlainText("Oslo is in Norway.")
    entry.question.setText("Where is Oslo?")
    QTest.mouseClick(entry.add, Qt.MouseButton.LeftButton)
    assert _only(bench).text == TextInput.of("Oslo is in Norway.", question="Where is Oslo?")
    assert _only(bench).name == "Where-is-Oslo"


def test_edited_text_takes_the_place_of_the_old_one_also_on_disk(bench: Bench, panel: InputsPanel) -> None:
    old = bench.work.services.importer.add_text(TextInput.of("First words here"))
    menu = panel.menu_of(old)
    next(action for action in menu.actions() if "Edit" in action.text()).trigger()
    assert panel.entry.text.text() == "First words here"
    panel.entry.text.setPlainText("First words changed")
    QTest.mouseClick(panel.entry.add, Qt.MouseButton.LeftButton)
    new = _only(bench)
    assert new.name != old.name
    assert new.text == TextInput.of("First words changed")
    assert bench.work.model.samples.current == new
    bench.until(lambda: [sample.name for sample in bench.work.document.session.samples()] == [new.name])


@pytest.mark.slow
def test_a_text_in_the_field_is_part_of_the_run(bench: Bench, panel: InputsPanel) -> None:
    lane = LaneSpec("feel", "zoo:sentiment-nano", device="cpu", task="text-classification")
    bench.work.services.runner.add_lanes([lane])
    bench.work.services.importer.add_text(TextInput.of("The soup was good."))
    panel.entry.text.setPlainText("The soup was bad.")
    bench.work.window.actions_by_name["run"].trigger()
    bench.until(lambda: len(bench.work.model._rows) == 2)
    assert [sample.text.text for sample in bench.work.model.samples.all() if sample.text] == [
        "The soup was good.",
        "The soup was bad.",
    ]
    assert panel.entry.text.document().isEmpty()


def test_very_long_text_is_added_without_going_through_the_field(bench: Bench, panel: InputsPanel) -> None:
    text = "x" * (MAX_CHARS + 1)
    data = QMimeData()
    data.setText(text)
    panel.entry.text.insertFromMimeData(data)
    assert panel.entry.text.text() == ""
    assert _only(bench).text == TextInput.of(text)


def test_names_of_searches_that_overlap_are_told_apart(bench: Bench, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(folder, encoding="utf-8")
        bench.work.services.importer.add([tmp_path / folder])
    bench.until(lambda: len(bench.work.model.samples) == 2)
    assert set(bench.work.model.samples.names()) == {"same", "same-2"}
    bench.until(lambda: len(bench.work.document.session.samples()) == 2)


def test_mixed_comparison_is_reopened_as_it_was(open_window: OpenBench, bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "scene")
    bench.drop(tmp_path / "scenes", _write_reviews(tmp_path / "texts"))
    bench.until(lambda: len(bench.work.model.samples) == 3)
    bench.work.services.importer.add_text(TextInput.of("Typed.", question="What?"))
    lanes = [LaneSpec("masks", "zoo:unet-nano"), LaneSpec("moods", "zoo:x", task="text-classification")]
    bench.work.services.runner.add_lanes(lanes, load=False)
    before, path = bench.work.model.samples.all(), bench.work.document.session.path
    bench.close()
    again = open_window(Session.open(path))
    assert again.work.model.samples.all() == before
    assert [lane.spec for lane in again.work.model.lanes.all()] == lanes
    assert [lane.takes for lane in again.work.model.lanes.all()] == ["image", "text"]
