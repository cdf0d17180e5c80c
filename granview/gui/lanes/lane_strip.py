"""The lanes in the toolbar: a chip each, and a button that adds more."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

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
_HEIGHT_PX: Final = 30
_GAP_PX: Final = 6

_LOADING = frozenset({LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING})


class LaneStrip(QWidget):
    """Chips in a row, each whole; those that have no room are in a menu beside, and the wheel goes on to them."""

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
        model.samples.changed.connect(self._suit_add)
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
        self._first = 0
        self._add = QToolButton()
        self._add.setDefaultAction(actions["add-lanes"])
        self._add.setIconSize(QSize(18, 18))
        self.more = QToolButton()
        self.more.setProperty("labelled", "true")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._offer_hidden)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP_PX)
        for widget in (self.more, self._add):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._soon = once(self, 0, self._show_whole)

    def sizeHint(self) -> QSize:
        """Room for every chip."""
        return QSize(self._width_of(self._model.lanes.names()) + 4 * self._add.sizeHint().width(), self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Room for one chip; the others are in the menu beside."""
        return QSize(_LEAST_PX, self._least_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as there is room for now."""
        super().resizeEvent(event)
        self._show_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go on to other chips where there is no room for all."""
        delta = event.angleDelta()
        by = delta.x() or delta.y()
        self._show_from(self._first + (by < 0) - (by > 0))

    def hidden_lanes(self) -> list[str]:
        """Lanes whose chips have no room, in their order."""
        return [name for name in self._model.lanes.names() if self._chips[name].isHidden()]

    def _show_from(self, first: int) -> None:
        self._first = first
        self._show_whole()

    def _show_whole(self) -> None:
        """Show whole chips alone, from the first one on, and say how many more there are."""
        names = self._model.lanes.names()
        room = self.width() - self._add.sizeHint().width() - _GAP_PX
        if self._width_of(names) > room:
            self._say_hidden(len(names))
            room -= self.more.sizeHint().width() + _GAP_PX
        last = next(n for n in range(len(names) + 1) if self._width_of(names[n:]) <= room)
        self._first = min(max(self._first, 0), max(min(last, len(names) - 1), 0))
        shown = list(names[self._first :])
        while len(shown) > 1 and self._width_of(shown) > room:
            shown.pop()
        for name in names:
            self._chips[name].setMaximumWidth(max(room, 1))
            self._chips[name].setVisible(name in shown)
        self._say_hidden(len(names) - len(shown))

    def _say_hidden(self, n: int) -> None:
        self.more.setVisible(n > 0)
        self.more.setText(f"{n} ▾")
        self.more.setToolTip(self.tr("%n more lanes", "", n))
        self.more.setAccessibleName(self.more.toolTip())

    def _width_of(self, names: Sequence[str]) -> int:
        """What these chips take side by side, in px."""
        widths = [self._chips[name].sizeHint().width() for name in names if name in self._chips]
        return sum(widths) + max(len(widths) - 1, 0) * _GAP_PX

    def _least_height(self) -> int:
        return max(_HEIGHT_PX, self.fontMetrics().height() + 12)

    def _offer_hidden(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for name in self.hidden_lanes():
            menu.addAction(name, partial(self._bring, name))

    def _bring(self, name: str) -> None:
        """Bring a chip into view, and show its lane alone, as a click on it does."""
        self._show_from(self._model.lanes.names().index(name))
        self.alone_requested.emit(name)

    def _rebuild(self, *_: object) -> None:
        lanes = self._model.lanes.all()
        for name in [name for name in self._chips if name not in self._model.lanes]:
            chip = self._chips.pop(name)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, lane in enumerate(lanes):
            if lane.name not in self._chips:
                self._chips[lane.name] = self._new_chip(lane)
            self._row.insertWidget(place, self._chips[lane.name])
            self._refresh(lane.name)
        self._suit_add()
        self.updateGeometry()
        self._show_whole()

    def _suit_add(self) -> None:
        """What adds lanes has words while nothing is here; later it is known, or the words stand beside Run."""
        is_empty = not len(self._model.lanes) and not len(self._model.samples)
        self._add.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if is_empty else Qt.ToolButtonStyle.ToolButtonIconOnly
        )

    def _new_chip(self, lane: Lane) -> LaneChip:
        chip = LaneChip(ChipContent(lane.name), self._theme, self)
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
