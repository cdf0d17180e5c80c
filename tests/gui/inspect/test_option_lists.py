from PySide6.QtWidgets import QApplication

from granview.gui.inspect.option_lists import OptionLists
from granview.gui.model.view_option import ViewOption
from granview.gui.model.view_state import ViewState

COLOR = ViewOption("color", "Colour by", (("class", "class"), ("object", "each object")))
TAGS = ViewOption("tags", "Labels", (("always", "always"), ("never", "never")))


def test_each_option_has_a_list_that_stands_where_the_view_says(qapp: QApplication) -> None:
    view = ViewState()
    view.options = {"tags": "never"}
    lists = OptionLists(view)
    lists.offer([COLOR, TAGS])
    assert {name: each.currentText() for name, each in lists.lists.items()} == {"color": "class", "tags": "never"}
    view.options = {"color": "object"}
    assert {name: each.currentData() for name, each in lists.lists.items()} == {"color": "object", "tags": "always"}


def test_choosing_sets_one_option_and_leaves_the_others(qapp: QApplication) -> None:
    view = ViewState()
    view.options = {"tags": "never"}
    lists = OptionLists(view)
    lists.offer([COLOR, TAGS])
    lists.lists["color"].setCurrentIndex(1)
    lists.lists["color"].activated.emit(1)
    assert view.options == {"tags": "never", "color": "object"}


def test_without_options_it_takes_no_room(qapp: QApplication) -> None:
    lists = OptionLists(ViewState())
    lists.offer([COLOR])
    assert not lists.isHidden()
    lists.offer([])
    assert lists.isHidden()
    assert not lists.lists
