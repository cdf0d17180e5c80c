from pathlib import Path

import pytest

from granview.core.text import TextInput, TextReference
from granview.gui.dialogs.columns import ColumnsDialog
from granview.gui.inputs.panel import InputsPanel
from granview.io.column_prompt import read_column_prompt
from granview.io.column_roles import ColumnRoles
from tests.helpers.shell import Bench
from tests.helpers.spoken import nameless

HEADER = "verbatim,stars_given,x\n"


def _odd(folder: Path) -> Path:
    path = folder / "odd.csv"
    rows = (f'"Customer {n} says: <i>so so</i>.",{n % 3},{n * 17}' for n in range(9))
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def _dialog(bench: Bench) -> ColumnsDialog:
    bench.until(lambda: bench.work.window.findChildren(ColumnsDialog))
    (dialog,) = bench.work.window.findChildren(ColumnsDialog)
    assert nameless(dialog) == []
    return dialog


def _choose(dialog: ColumnsDialog, column: str, role: str) -> None:
    box = dialog.roles[column]
    box.setCurrentIndex(box.findData(role))


def test_usual_names_are_certain_and_others_are_not(tmp_path: Path) -> None:
    usual = tmp_path / "usual.tsv"
    usual.write_text("sentence\tlabel\nGood.\t1\nBad.\t0\n", encoding="utf-8")
    assert read_column_prompt(usual).is_certain
    assert not read_column_prompt(_odd(tmp_path)).is_certain


@pytest.mark.parametrize(
    ("rows", "certain"),
    [
        ('id;review;stars\n1;"Good food";5\n2;"Awful";1\n', False),
        ('id;review;rating\n1;"Good food";good\n2;"Awful";bad\n', True),
        ('review,stars,label_text\n"Good food",5,good\n"Awful",1,bad\n', True),
        ("review,mood\nGood food,a\nAwful,b\nWell,a\nFine,a\nNo,b\n", False),
        ("id,review\n1,Good food\n2,Awful\n", True),
    ],
)
def test_classes_that_are_only_a_guess_are_not_certain(tmp_path: Path, rows: str, certain: bool) -> None:
    path = tmp_path / "reviews.csv"
    path.write_text(rows, encoding="utf-8")
    assert read_column_prompt(path).is_certain is certain


def test_data_set_that_is_not_certain_is_asked_about_and_added_as_chosen(bench: Bench, tmp_path: Path) -> None:
    bench.drop(_odd(tmp_path))
    dialog = _dialog(bench)
    assert len(bench.work.model.samples) == 0
    assert dialog.choice() == ColumnRoles(text="verbatim", label="stars_given")
    assert "The first 9 rows all become texts." in dialog.words.text()
    assert "<i>so so</i>" in dialog.words.text()
    bench.until(lambda: "columns to be chosen" in bench.work.window.statusBar().currentMessage())
    _choose(dialog, "x", "id")
    dialog.accept()
    bench.until(lambda: len(bench.work.model.samples) == 9)
    first = bench.work.model.samples.all()[0]
    assert first.text == TextInput.of("Customer 0 says: <i>so so</i>.")
    assert first.reference is not None
    assert first.reference.text == TextReference(labels=("0",))
    assert first.name == "0"


def test_role_belongs_to_one_column_and_a_text_is_needed(bench: Bench, tmp_path: Path) -> None:
    bench.drop(_odd(tmp_path))
    dialog = _dialog(bench)
    _choose(dialog, "x", "text")
    assert dialog.choice() == ColumnRoles(text="x", label="stars_given")
    _choose(dialog, "x", "")
    assert not dialog.add.isEnabled()
    assert "Choose the column of the text" in dialog.words.text()
    dialog.reject()
    bench.live(0.2)
    assert len(bench.work.model.samples) == 0


def test_nothing_is_asked_while_lanes_run_but_said(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(bench.work.model.lanes), "is_running", True)
    bench.drop(_odd(tmp_path))
    bench.until(bench.work.window.banners.texts)
    ((topic, text),) = bench.work.window.banners.texts().items()
    assert topic.endswith("odd.csv")
    assert "odd.csv" in text
    assert bench.work.window.findChildren(ColumnsDialog) == []


def test_columns_are_chosen_anew_from_the_list(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("text,summary\nA long story of a fox.,A fox.\nAnother of a hen.,A hen.\n", encoding="utf-8")
    bench.drop(path)
    bench.until(lambda: len(bench.work.model.samples) == 2)
    panel = bench.work.window.docks.panels["inputs"]
    assert isinstance(panel, InputsPanel)
    menu = panel.menu_of(bench.work.model.samples.all()[0])
    next(action for action in menu.actions() if "columns of pairs.csv" in action.text()).trigger()
    dialog = _dialog(bench)
    _choose(dialog, "summary", "pair")
    dialog.accept()
    both = TextInput.of("A long story of a fox.", "A fox.")
    bench.until(lambda: [s.text for s in bench.work.model.samples.all()][:1] == [both])
    bench.until(lambda: [s.text for s in bench.work.document.session.samples()][:1] == [both])
    assert len(bench.work.model.samples) == 2


def test_first_row_is_names_or_content_as_the_user_says(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Wort;Art\nGut;x\nMist;y\n", encoding="utf-8")
    bench.drop(path)
    dialog = _dialog(bench)
    assert dialog.header.isVisibleTo(dialog)
    assert not dialog.header.isChecked()
    assert list(dialog.roles) == ["column 1", "column 2"]
    assert "its first row is taken as content" in dialog.words.text()
    dialog.header.click()
    bench.until(lambda: "Wort" in dialog.roles)
    assert [dialog.table.horizontalHeaderItem(place).text() for place in range(2)] == ["Wort", "Art"]
    assert dialog.table.item(1, 0).text() == "Gut"
    assert "The first 2 rows all become texts." in dialog.words.text()
    assert "its first row" not in dialog.words.text()
    _choose(dialog, "Wort", "text")
    _choose(dialog, "Art", "label")
    dialog.accept()
    bench.until(lambda: len(bench.work.model.samples) == 2)
    assert [sample.text for sample in bench.work.model.samples.all()] == [TextInput.of("Gut"), TextInput.of("Mist")]


def test_names_become_content_again_and_only_delimited_files_are_asked(bench: Bench, tmp_path: Path) -> None:
    bench.drop(_odd(tmp_path))
    dialog = _dialog(bench)
    assert dialog.header.isChecked()
    dialog.header.click()
    bench.until(lambda: "column 1" in dialog.roles)
    assert dialog.table.item(1, 0).text() == "verbatim"
    dialog.header.click()
    bench.until(lambda: "verbatim" in dialog.roles)
    dialog.reject()
    records = tmp_path / "odd.jsonl"
    records.write_text('{"words_of_it": "Some words."}\n', encoding="utf-8")
    bench.drop(records)
    bench.until(lambda: any(d.path == records for d in bench.work.window.findChildren(ColumnsDialog)))
    (other,) = (d for d in bench.work.window.findChildren(ColumnsDialog) if d.path == records)
    assert not other.header.isVisibleTo(other)
    other.reject()


def test_guess_in_a_folder_that_is_not_certain_is_said(bench: Bench, tmp_path: Path) -> None:
    _odd(tmp_path)
    (tmp_path / "usual.csv").write_text("text,label\nGood.,1\nBad.,0\n", encoding="utf-8")
    bench.drop(tmp_path)
    bench.until(lambda: len(bench.work.model.samples) == 11)
    words = "The columns of odd.csv were guessed, and it is not certain that they are right."
    bench.until(lambda: words in bench.work.window.statusBar().currentMessage())
    (said,) = (entry.text for entry in bench.work.services.event_log.entries if "were guessed" in entry.text)
    assert said == f"{words} Right-click one of its texts in the list of inputs to choose them."
