"""A row per lane: its name, how far it is, and a button that stops it."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QToolButton, QWidget

from granview.core.events import LaneState
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.style.icons import IconSet
from granview.gui.style.lane_colors import lane_color, lane_marker
from granview.gui.style.theme import Theme
from granview.gui.widgets.elided_label import ElidedLabel

translate = QCoreApplication.translate

_TEXT_PX: Final = 420


class LaneProgressList(QWidget):
    """Rows that come and go with the lanes."""

    cancel_requested = Signal(str)

    def __init__(self, icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self._icons = icons
        self._theme = theme
        self._lanes: Sequence[Lane] = ()
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self.show_lanes(self._lanes)

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these lanes."""
        self._lanes = lanes
        if [lane.name for lane in lanes] != list(self._rows):
            self._rebuild(lanes)
        for lane in lanes:
            self._rows[lane.name].show_lane(lane, lane_color(self._theme, lane.place), self._theme)

    def _rebuild(self, lanes: Sequence[Lane]) -> None:
        for row in self._rows.values():
            row.remove(self._grid)
        self._rows = {}
        for place, lane in enumerate(lanes):
            row = self._rows[lane.name] = _Row(self._icons)
            row.insert(self._grid, place)
            row.cancel.clicked.connect(lambda _=False, name=lane.name: self.cancel_requested.emit(name))


class _Row:
    def __init__(self, icons: IconSet) -> None:
        self.name = QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.text = ElidedLabel(_TEXT_PX)
        self.text.setProperty("role", "muted")
        self.cancel = QToolButton()
        self.cancel.setToolTip(translate("LaneProgress", "Stop this lane"))
        self.cancel.setAccessibleName(self.cancel.toolTip())
        self.cancel.setIcon(icons.icon("stop"))
        self.cancel.setIconSize(QSize(14, 14))

    def insert(self, grid: QGridLayout, place: int) -> None:
        for column, widget in enumerate((self.name, self.bar, self.text, self.cancel)):
            grid.addWidget(widget, place, column)

    def remove(self, grid: QGridLayout) -> None:
        for widget in (self.name, self.bar, self.text, self.cancel):
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def show_lane(self, lane: Lane, color: str, theme: Theme) -> None:
        self.name.setText(f'<span style="color:{color}">{lane_marker(color).letter}</span> {escape(lane.name)}')
        self.text.setText(in_words(lane))
        failed = lane.state == LaneState.FAILED
        self.text.setStyleSheet(f"color: {theme.bad}" if failed else "")
        loading = lane.state in (LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING)
        if loading and lane.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            part = (lane.fraction or 0.0) if loading else lane.share_done
            self.bar.setValue(round(part * 1000))
        self.cancel.setEnabled(lane.is_busy)


def in_words(lane: Lane) -> str:
    """What a lane is doing: its state, or how many samples it is through with."""
    if lane.state == LaneState.FAILED:
        return lane.text or translate("LaneProgress", "failed")
    if lane.state in (LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING):
        return lane.text or translate("LaneProgress", "loading")
    if lane.state == LaneState.UNLOADED:
        return translate("LaneProgress", "unloaded")
    if not lane.total:
        ready = lane.state is not None
        return translate("LaneProgress", "ready") if ready else translate("LaneProgress", "loads on the first run")
    text = translate("LaneProgress", "{done} of {total}").format(done=lane.done, total=lane.total)
    failed = translate("LaneProgress", "{count} failed").format(count=lane.failed) if lane.failed else ""
    within = lane.text if lane.is_within_sample else ""
    return " · ".join(part for part in (text, within, failed) if part)
