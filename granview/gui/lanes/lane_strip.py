"""The lanes in the toolbar: a chip each, and a button that adds more."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QToolButton, QWidget

from granview.core.events import LaneState
from granview.core.memory_words import gigabytes
from granview.core.ran_words import ran_words
from granview.core.saved_source import saved_path
from granview.gui.background.timers import once
from granview.gui.lanes.cell_status import progress
from granview.gui.lanes.lane_chip import ChipContent, LaneChip
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.model.task_titles import short_name, title_of
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.gui.widgets.action_set import ActionSet
from granview.gui.widgets.number_format import count_in_short
from granview.gui.widgets.text_preview import as_tip
from granview.io.free_memory import held_bytes

_LEAST_PX: Final = 170
_FRAME_PX: Final = 2
"""What a frame may take of a row at either end."""

_LOADING = frozenset({LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING})


class LaneStrip(QWidget):
    """Chips in a row that scrolls by the wheel when there is no room for all."""

    alone_requested = Signal(str)
    pin_requested = Signal(str)
    restart_requested = Signal(str)
    run_requested = Signal(str)
    unload_requested = Signal(str)
    close_requested = Signal(str)
    variant_requested = Signal(str)
    variants_requested = Signal(str)
    move_requested = Signal(str, int)

    def __init__(
        self,
        model: ComparisonModel,
        view: ViewState,
        actions: ActionSet,
        theme: Theme,
        idle_pids: Callable[[], Mapping[str, int]],
    ) -> None:
        super().__init__()
        self._idle_pids = idle_pids
        self._model = model
        self._view = view
        self._theme = theme
        self._chips: dict[str, LaneChip] = {}
        self._build(actions)
        model.lanes.changed.connect(self._rebuild)
        model.lanes.lane_changed.connect(self._refresh)
        view.changed.connect(self._on_view_changed)
        self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        for name, chip in self._chips.items():
            chip.set_theme(theme)
            self._refresh(name)

    def _build(self, actions: ActionSet) -> None:
        self._row = QWidget()
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        self._add = QToolButton()
        self._add.setDefaultAction(actions["add-lanes"])
        self._add.setIconSize(QSize(18, 18))
        self.more = QToolButton()
        self.more.setProperty("labelled", "true")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._offer_hidden)
        self._area = _SidewaysArea()
        self._area.setWidget(self._row)
        self._area.moved.connect(self._count_hidden)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._area, self.more, self._add):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._soon = once(self, 0, self._count_hidden)

    def sizeHint(self) -> QSize:
        """Room for every chip."""
        return QSize(self._row.sizeHint().width() + 4 * self._add.sizeHint().width(), self._area.height())

    def minimumSizeHint(self) -> QSize:
        """Room for one chip; the others are in the menu beside."""
        return QSize(_LEAST_PX, self._area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say how many chips have no room now."""
        super().resizeEvent(event)
        self._soon.start()

    def hidden_lanes(self) -> list[str]:
        """Lanes whose chips are not wholly in view, in their order."""
        seen = self._area.seen()
        names = (lane.name for lane in self._model.lanes.all())
        return [name for name in names if not seen.contains(self._chips[name].geometry())]

    def _count_hidden(self) -> None:
        self._area.updateGeometry()  # a chip may have become wider
        layout = self.layout()
        if layout is not None:
            layout.activate()
        n = len(self.hidden_lanes())
        self.more.setVisible(n > 0)
        self.more.setText(f"{n} ▾")
        self.more.setToolTip(self.tr("%n more lanes", "", n))
        self.more.setAccessibleName(self.more.toolTip())

    def _offer_hidden(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for name in self.hidden_lanes():
            menu.addAction(name, partial(self._bring, name))

    def _bring(self, name: str) -> None:
        """Bring a chip into view, and show its lane alone, as a click on it does."""
        self._area.ensureWidgetVisible(self._chips[name], 0, 0)
        self.alone_requested.emit(name)

    def _rebuild(self) -> None:
        lanes = self._model.lanes.all()
        for name in [name for name in self._chips if name not in self._model.lanes]:
            chip = self._chips.pop(name)
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, lane in enumerate(lanes):
            if lane.name not in self._chips:
                self._chips[lane.name] = self._new_chip(lane)
            self._layout.insertWidget(place, self._chips[lane.name])
            self._refresh(lane.name)
        self._area.setVisible(bool(lanes))
        self._area.updateGeometry()
        self.updateGeometry()
        self._soon.start()
        only_lane = not lanes
        self._add.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if only_lane else Qt.ToolButtonStyle.ToolButtonIconOnly
        )

    def _new_chip(self, lane: Lane) -> LaneChip:
        chip = LaneChip(ChipContent(lane.name), self._theme, self._row)
        chip.clicked.connect(self.alone_requested)
        chip.menu_requested.connect(self._open_menu)
        chip.tip_requested.connect(self._refresh_tip)
        return chip

    def _refresh(self, name: str) -> None:
        lane = self._model.lanes.get(name)
        if lane is not None and name in self._chips:
            self._chips[name].show_content(self._content(lane))
            self._soon.start()

    def _refresh_tip(self, name: str) -> None:
        """Say besides what an idle lane holds, which is asked of the system only now."""
        held, lane = self._held(name), self._model.lanes.get(name)
        if held and lane is not None:
            words = self.tr("Idle; holds {held} of memory, which unloading gives back.").format(held=held)
            self._chips[name].setToolTip(self._tip(lane, words))

    def _held(self, name: str) -> str:
        """What would come back if the lane were unloaded, such as ``1.3 GB``; empty where it is not idle on the CPU."""
        pid = self._idle_pids().get(name)
        held = None if pid is None else held_bytes(pid)
        return "" if held is None else gigabytes(held)

    def _on_view_changed(self, attribute: str) -> None:
        if attribute in ("pinned", "solo", "mode"):
            for name in self._chips:
                self._refresh(name)

    def _content(self, lane: Lane) -> ChipContent:
        loading = lane.state in _LOADING
        return ChipContent(
            lane.name,
            self._detail(lane),
            lane_color(self._theme, lane.place),
            progress(lane),
            loading or lane.is_busy,
            lane.state == LaneState.FAILED,
            self._view.pinned == lane.name,
            self._view.mode == Mode.SOLO and self._view.solo == lane.name,
            self._tip(lane),
        )

    def _detail(self, lane: Lane) -> str:
        """Its size, and what it does where lanes do different things."""
        several = len({each.spec.task for each in self._model.lanes.all()}) > 1
        size = (
            "" if lane.facts is None else count_in_short(lane.facts.params) if lane.facts.device else self.tr("saved")
        )
        unloaded = self.tr("unloaded") if lane.state == LaneState.UNLOADED else ""
        return " · ".join(part for part in (size, short_name(lane.spec.task) if several else "", unloaded) if part)

    def _tip(self, lane: Lane, memory: str = "") -> str:
        facts = lane.facts
        lines = [
            lane.spec.model,
            title_of(lane.spec.task),
            lane.text,
            *(() if facts is None else facts.notices),
            memory,
        ]
        if facts is not None:
            words = ran_words(lane.spec.variant, facts.ran) or (str(lane.spec.variant),)
            lines.insert(1, " · ".join((facts.architecture, *((*words, facts.device_name) if facts.device else ()))))
        if lane.state == LaneState.UNLOADED:
            lines.append(self.tr("Unloaded: its memory was given back. The next run or question loads it again."))
        lines.append(self.tr("Click: this lane alone. Right click: more."))
        return as_tip("\n".join(line for line in lines if line))

    def _is_idle(self, name: str) -> bool:
        lane = self._model.lanes.get(name)
        return lane is not None and lane.state == LaneState.IDLE

    def _open_menu(self, name: str, position: QPoint) -> None:
        menu = QMenu(self)
        pinned = self._view.pinned == name
        menu.addAction(
            self.tr("Unpin") if pinned else self.tr("Compare the others with this lane (pin)"),
            lambda: self.pin_requested.emit(name),
        )
        menu.addAction(self.tr("Show alone"), lambda: self.alone_requested.emit(name))
        menu.addSeparator()
        menu.addAction(self.tr("Run this lane"), lambda: self.run_requested.emit(name))
        self._add_process_acts(menu, name)
        menu.addSeparator()
        menu.addAction(self.tr("Move left"), lambda: self.move_requested.emit(name, -1))
        menu.addAction(self.tr("Move right"), lambda: self.move_requested.emit(name, 1))
        menu.addSeparator()
        menu.addAction(self.tr("Close this lane and forget its results"), lambda: self.close_requested.emit(name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def _add_process_acts(self, menu: QMenu, name: str) -> None:
        """What can be done with the lane's process and model; saved predictions have files instead."""
        lane = self._model.lanes.get(name)
        if lane is not None and saved_path(lane.spec.model) is not None:
            menu.addAction(self.tr("Read its files again"), lambda: self.restart_requested.emit(name))
            return
        held = self._held(name)
        words = (
            self.tr("Unload its model (gives back {held})").format(held=held) if held else self.tr("Unload its model")
        )
        menu.addAction(words, lambda: self.unload_requested.emit(name)).setEnabled(self._is_idle(name))
        menu.addAction(self.tr("Restart its process"), lambda: self.restart_requested.emit(name))
        menu.addAction(self.tr("Add variants…"), lambda: self.variants_requested.emit(name))
        menu.addAction(self.tr("Add this model with another device…"), lambda: self.variant_requested.emit(name))


class _SidewaysArea(QScrollArea):
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(30, self.fontMetrics().height() + 12))
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as the letters need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(max(30, self.fontMetrics().height() + 12))

    def sizeHint(self) -> QSize:
        """As wide as the row, if there is room."""
        row = self.widget()
        return QSize(0 if row is None else row.sizeHint().width() + 2 * _FRAME_PX, self.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the colour and a few letters."""
        return QSize(60, self.height())

    def seen(self) -> QRect:
        """The part of the row that is in view, in px of the row."""
        return QRect(self.horizontalScrollBar().value(), 0, self.viewport().width() + 1, 10_000)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        delta = event.angleDelta()
        bar.setValue(bar.value() - (delta.x() or delta.y()))
