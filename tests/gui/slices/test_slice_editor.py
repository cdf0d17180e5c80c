"""The editor of slices: by column, as typed, saved and chosen again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from granview.cli import main
from granview.core.slices import EVERYTHING, Condition, Slice
from granview.gui.slices.saved_row import SavedRow
from granview.gui.slices.slice_editor import SliceEditor
from granview.gui.style.icons import IconSet
from granview.report.saved_slices import saved_slices
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.shell import Bench


@pytest.fixture
def scored(open_window: OpenBench, tmp_path: Path) -> Bench:
    """Two lanes over four pictures."""
    return open_window(scored_session(tmp_path / "scored.granview"))


def _opened(bench: Bench) -> SliceEditor:
    editor = bench.work.window.slice_editor
    editor.open_at(QPoint(100, 100))
    bench.until(lambda: editor.column.count() and editor.choice.isEnabled())
    return editor


def _choose_column(bench: Bench, editor: SliceEditor, name: str) -> None:
    editor.column.setCurrentIndex(editor.column.findData(name))
    editor.column.activated.emit(editor.column.currentIndex())
    bench.until(lambda: editor.choice._content is not None and editor.choice._content.column == name)


def test_values_are_listed_with_their_counts_and_chosen(scored: Bench) -> None:
    editor = _opened(scored)
    _choose_column(scored, editor, "class")
    texts = [editor.choice.values.item(row).text() for row in range(editor.choice.values.count())]
    assert all(text.split("   ")[1].isdigit() for text in texts)
    row = next(row for row, text in enumerate(texts) if text.startswith("cell"))
    editor.choice.values.item(row).setCheckState(Qt.CheckState.Checked)
    editor.choice.verb.setCurrentIndex(1)
    editor.add.click()
    assert scored.work.services.focus.slice.conditions == (Condition("class", ("cell",), is_not=True),)
    assert not editor.isVisible()


def test_a_range_is_typed_into_two_fields(scored: Bench) -> None:
    editor = _opened(scored)
    _choose_column(scored, editor, "grain")
    assert "numbers from" in editor.choice.words.text()
    editor.add.click()
    assert "Choose values" in editor.words.text()
    editor.choice.high.setText("12.5")
    editor.add.click()
    assert scored.work.services.focus.slice.conditions == (Condition("grain", high=12.5),)


def test_conditions_are_typed_and_what_cannot_be_read_is_said(scored: Bench) -> None:
    editor = _opened(scored)
    editor.typed.setText("class=cell|membrane, grain<")
    QTest.keyClick(editor.typed, Qt.Key.Key_Return)
    assert "is no number" in editor.words.text() or "is no condition" in editor.words.text()
    assert editor.isVisible()
    editor.typed.setText("class=cell|membrane, poor is wrong")
    QTest.keyClick(editor.typed, Qt.Key.Key_Return)
    scored.until(lambda: not editor.isVisible())
    assert [str(each) for each in scored.work.services.focus.slice.conditions] == [
        "class is cell or membrane", "poor is wrong",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("clas=cell", "No task has the column 'clas'. Did you mean class? There are: "),
        ("class=cel", "There is no class 'cel' here. Did you mean cell? There are: "),
        ("class<8", "'class' has no numbers."),
    ],
)
def test_what_is_nowhere_is_refused_as_on_the_command_line(
    scored: Bench, typed: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = _opened(scored)
    editor.typed.setText(typed)
    QTest.keyClick(editor.typed, Qt.Key.Key_Return)
    scored.until(editor.words.text)
    assert editor.words.text().startswith(words)
    assert editor.isVisible()
    assert scored.work.services.focus.slice == EVERYTHING
    assert scored.work.model.samples.limit is None
    assert main(["slices", str(scored.work.services.document.session.path), "--slice", typed]) == 2
    assert editor.words.text() in capsys.readouterr().err
    editor.close()


def test_what_is_in_focus_stands_there_to_be_typed_on(scored: Bench) -> None:
    focus = scored.work.services.focus
    focus.narrow(Condition("grain", low=8.0, high=16.0))
    editor = _opened(scored)
    editor.typed.setText(f"{editor.typed.text()}, class=cell")
    QTest.keyClick(editor.typed, Qt.Key.Key_Return)
    scored.until(lambda: not editor.isVisible())
    assert focus.slice.conditions == (Condition("grain", low=8.0, high=16.0), Condition("class", ("cell",)))
    focus.clear()
    assert _opened(scored).typed.text() == ""


def test_what_is_in_focus_is_saved_chosen_and_removed(scored: Bench) -> None:
    services = scored.work.services
    services.focus.narrow(Condition("class", ("cell",)))
    editor = _opened(scored)
    editor.name.setText("cells")
    editor.keep.click()
    scored.until(lambda: editor.saved.slices)
    assert [each.name for each in saved_slices(services.document.session)] == ["cells"]
    services.focus.clear()
    editor.saved.chosen.emit(editor.saved.slices[0])
    assert services.focus.slice.name == "cells"
    assert services.focus.slice.conditions == (Condition("class", ("cell",)),)
    editor.saved.removed.emit("cells")
    scored.until(lambda: not editor.saved.slices)
    assert saved_slices(services.document.session) == ()


def test_one_key_opens_it(scored: Bench) -> None:
    QTest.keyClick(scored.work.window, Qt.Key.Key_G)
    assert scored.work.window.slice_editor.isVisible()
    scored.work.window.slice_editor.close()


def test_a_long_name_is_shortened_in_its_middle_and_whole_in_its_tip(qapp: QApplication) -> None:
    row, name = SavedRow(IconSet("#000000", "#0000ff")), "small ones that matter to those who see the very small ones"
    row.show_slices([Slice((Condition("grain", high=8),), name)])
    (button,) = row.findChildren(QPushButton)
    assert button.text().startswith("small ones")
    assert button.text().endswith("small ones")
    assert "…" in button.text()
    assert name in button.toolTip()
    row.deleteLater()
