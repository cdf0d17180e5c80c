import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from granview.engine.catalog import CatalogEntry
from granview.gui.dialogs.model_items import ModelItems
from granview.gui.dialogs.model_list import ModelList
from granview.gui.style.theme import DARK


def rung(name, task="image-segmentation"):
    return CatalogEntry(
        f"hf:org/{name}", f"Ladder · {name}", "Catalogue", (task, "depth-estimation"), 1, 1.0, False, "", "one", name
    )


@pytest.fixture
def items(qapp):
    made = ModelItems()
    made.show([rung("s"), rung("m"), rung("l")])
    return made


def state(items, row=0):
    return items.data(items.index(row), Qt.ItemDataRole.CheckStateRole)


def test_the_box_of_a_ladder_chooses_all_its_rungs_and_once_more_none(items):
    items.toggle(items.index(0))
    assert list(items.chosen()) == ["hf:org/s", "hf:org/m", "hf:org/l"]
    assert state(items) == Qt.CheckState.Checked
    items.toggle(items.index(0))
    assert items.chosen() == {}


def test_some_rungs_are_chosen_below_their_head(items):
    items.open_or_close(items.index(0))
    items.toggle(items.index(2))
    assert items.chosen() == {"hf:org/m": "image-segmentation"}
    assert (state(items), state(items, 1), state(items, 2)) == (
        Qt.CheckState.PartiallyChecked,
        Qt.CheckState.Unchecked,
        Qt.CheckState.Checked,
    )
    items.toggle(items.index(0))
    assert len(items.chosen()) == 3


def test_they_are_chosen_for_the_task_that_is_filtered_by(items):
    items.filter("", "Catalogue", "depth-estimation")
    items.toggle(items.index(0))
    assert set(items.chosen().values()) == {"depth-estimation"}
    assert items.chosen_entry("hf:org/m").rung == "m"


def test_a_click_beside_the_box_and_the_arrows_open_a_ladder_and_one_on_the_box_chooses_it(items):
    shown = ModelList(items, DARK)
    shown.resize(600, 400)
    shown.show()
    middle = shown.visualRect(items.index(0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert (items.rowCount(), items.chosen()) == (4, {})
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert items.rowCount() == 1
    middle.setX(20)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert (items.rowCount(), len(items.chosen())) == (1, 3)
    assert not shown.grab().isNull()
