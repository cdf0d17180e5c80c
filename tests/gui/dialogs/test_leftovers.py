"""What nothing was read from is listed after a search."""

from pathlib import Path

from granview.gui.dialogs.leftovers import LeftoversDialog
from tests.helpers.data_sets import write_mmsegmentation
from tests.helpers.shell import Bench, write_scene
from tests.helpers.spoken import nameless


def test_a_line_says_how_many_of_what_is_left_over_and_leads_to_why(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "in", "scene")
    for n in range(3):
        (tmp_path / "in" / f"{n}.xyz").write_text("…", encoding="utf-8")
    bench.drop(tmp_path / "in")
    banners = bench.work.window.banners
    bench.until(lambda: banners.texts().get("intake") == "Not used: 3 .xyz files; a line in the log says why.")
    button = banners._banners["intake"].button
    assert button is not None
    button.click()
    (dialog,) = bench.work.window.findChildren(LeftoversDialog)
    assert nameless(dialog) == []
    texts = [dialog.table.item(0, column).text() for column in range(4)]
    assert texts[:2] == ["3", ".xyz files"]
    assert texts[3] == "They are no images, and no references that are read."
    dialog.log_wanted.emit()
    dialog.reject()


def test_a_data_sets_own_leftovers_are_among_them(bench: Bench, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"val": 2}, left_over=2)
    bench.drop(tmp_path / "a")
    bench.until(lambda: bench.work.face.data_sets.dialog and bench.work.face.data_sets.dialog.load.isEnabled())
    dialog = bench.work.face.data_sets.dialog
    assert dialog is not None
    dialog.load.click()
    bench.until(lambda: "Not used: 2 masks;" in bench.work.window.banners.texts().get("intake", ""))
