"""A list for each way of drawing that a type of prediction offers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from granview.gui.model.view_option import ViewOption
from granview.gui.model.view_state import ViewState


class OptionLists(QWidget):
    """Sets the view's options, and follows them. Takes no room while there is none."""

    def __init__(self, view: ViewState) -> None:
        super().__init__()
        self._view = view
        self._options: tuple[ViewOption, ...] = ()
        self.lists: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.hide()
        view.changed.connect(self._on_view_changed)

    def offer(self, options: Sequence[ViewOption]) -> None:
        """Have a list for each of these, and no other."""
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        self._clear()
        for row, each in enumerate(self._options):
            self._add(row, each)
        self.setVisible(bool(self._options))
        self._on_view_changed("options")

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lists = {}

    def _add(self, row: int, each: ViewOption) -> None:
        choices = QComboBox()
        choices.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        choices.setAccessibleName(each.shown_title)
        choices.setToolTip(each.shown_hint)
        choices.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choices.setMinimumContentsLength(8)
        for value, words in each.shown_values():
            choices.addItem(words, value)
        choices.activated.connect(lambda _, each=each, choices=choices: self._on_chosen(each, choices.currentData()))
        for column, widget in enumerate((QLabel(each.shown_title), choices)):
            self._grid.addWidget(widget, row, column)
        self.lists[each.name] = choices

    def _on_chosen(self, each: ViewOption, value: str) -> None:
        self._view.options = {**self._view.options, each.name: value}

    def _on_view_changed(self, name: str) -> None:
        if name == "options":
            for each in self._options:
                choices = self.lists[each.name]
                choices.setCurrentIndex(choices.findData(each.value_in(self._view.options)))
