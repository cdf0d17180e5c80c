"""A slider for each number by which what is said of a sample can be filtered."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from granview.gui.model.number_filter import NumberFilter
from granview.gui.model.view_state import ViewState
from granview.gui.widgets.number_format import significant

_STEPS: Final = 100


class FilterSliders(QWidget):
    """Sets the view's filters, and follows them. Takes no room while there is none."""

    def __init__(self, view: ViewState) -> None:
        super().__init__()
        self._view = view
        self._filters: tuple[NumberFilter, ...] = ()
        self._values: dict[str, QLabel] = {}
        self.sliders: dict[str, QSlider] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.hide()
        view.changed.connect(self._on_view_changed)

    def offer(self, filters: Sequence[NumberFilter]) -> None:
        """Have a slider for each of these, and no other."""
        if tuple(filters) == self._filters:
            return
        self._filters = tuple(filters)
        self._clear()
        for row, each in enumerate(self._filters):
            self._add(row, each)
        self.setVisible(bool(self._filters))
        self._on_view_changed("filters")

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.sliders, self._values = {}, {}

    def _add(self, row: int, each: NumberFilter) -> None:
        slider, value = QSlider(Qt.Orientation.Horizontal), QLabel()
        slider.setRange(0, _STEPS)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.setAccessibleName(each.shown_title)
        slider.setToolTip(each.shown_hint)
        value.setMinimumWidth(36)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider.valueChanged.connect(lambda step, each=each: self._on_moved(each, step))
        for column, widget in enumerate((QLabel(each.shown_title), slider, value)):
            self._grid.addWidget(widget, row, column)
        self.sliders[each.name], self._values[each.name] = slider, value

    def _on_moved(self, each: NumberFilter, step: int) -> None:
        """A value between two steps is kept until the slider is moved."""
        if step != _step(each, each.value_in(self._view.filters)):
            value = each.low + (each.high - each.low) * step / _STEPS
            self._view.filters = {**self._view.filters, each.name: value}

    def _on_view_changed(self, name: str) -> None:
        if name != "filters":
            return
        for each in self._filters:
            value = each.value_in(self._view.filters)
            self.sliders[each.name].setValue(_step(each, value))
            self._values[each.name].setText(significant(value))


def _step(each: NumberFilter, value: float) -> int:
    return round((value - each.low) / (each.high - each.low) * _STEPS)
