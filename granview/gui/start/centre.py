"""The window's centre: the start page while there is no sample, else the lanes, and under them what is missing."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from granview.gui.background.timers import once
from granview.gui.services import Services
from granview.gui.start.covers import read_covers
from granview.gui.start.recent_comparisons import (
    FOLDER,
    RecentKeeper,
    RecentPicture,
    forget_gone,
    read_recent,
)
from granview.gui.start.start_page import StartPage
from granview.gui.style.theme import SPACING, Theme
from granview.gui.widgets.action_set import ActionSet
from granview.store.unnamed_sessions import SUFFIX

_MOST_RECENT: Final = 8
_PATIENCE_MS: Final = 400
"""A gallery's lanes come a moment before its samples: nobody is asked for samples meanwhile."""


class Centre(QWidget):
    """Shows the start page or the lanes.

    Args:
        grid: The lanes.
        services: The open comparison.
        actions: The act that opens files.
        theme: Colours.
    """

    alone_changed = Signal(bool)
    """Whether there is nothing yet that panels could be about, so that the start page is to stand alone."""

    def __init__(self, grid: QWidget, services: Services, actions: ActionSet, theme: Theme) -> None:
        super().__init__()
        self._grid = grid
        self._services = services
        self._folder = services.memory.folder_of_file / FOLDER
        self._words_soon = once(self, _PATIENCE_MS, self._say_lanes)
        self._awaits = False
        self._is_alone = True
        self.page = StartPage(services.icons, theme)
        self.missing = _MissingBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.missing)
        self.page.open_requested.connect(actions["open-files"].trigger)
        self.page.shown.connect(self._on_page_shown)
        model = services.model
        for signal in (model.samples.changed, model.lanes.changed):
            signal.connect(self.refresh)
        services.preferences.changed.connect(self._read_recent)
        RecentKeeper(model, services.document, services.thumbnails, services.jobs, self._folder, self)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.page.set_theme(theme)

    def refresh(self) -> None:
        """Show what suits the samples and lanes that there are."""
        model = self._services.model
        names, has_samples = model.lanes.names(), len(model.samples) > 0
        self._words_soon.start()
        self._tell_alone()
        keys = QApplication.focusWidget()
        had_keys = keys is not None and self._stack.isAncestorOf(keys)
        self._stack.setCurrentWidget(self._grid if has_samples else self.page)
        self.missing.setVisible(has_samples and not names)
        if had_keys:
            self.take_keys()

    def await_samples(self, on: bool) -> None:
        """Say that samples are on their way, not that some are missing, or take that back."""
        if on != self._awaits:
            self._awaits = on
            if on:
                self.page.say_opening()
            else:
                self._say_lanes()
            self._tell_alone()

    @property
    def is_alone(self) -> bool:
        """Whether nothing is loaded; lanes that come a moment before their samples do not count."""
        return self._is_alone

    def _tell_alone(self) -> None:
        model = self._services.model
        is_alone = not len(model.samples) and (self._awaits or not len(model.lanes))
        if is_alone != self._is_alone:
            self._is_alone = is_alone
            self.alone_changed.emit(is_alone)

    def _say_lanes(self) -> None:
        if self._awaits:
            return
        self.page.say_lanes(self._services.model.lanes.names())

    def take_keys(self) -> None:
        """Give the keys to what is shown."""
        (self.page.first if self._stack.currentWidget() is self.page else self._grid).setFocus()

    def _on_page_shown(self) -> None:
        self._services.jobs.start(read_covers, self.page.show_covers, self._services.event_log.write_error)
        self._read_recent()

    def _read_recent(self, *_: object) -> None:
        if not self.page.isVisible():
            return
        open_now = self._services.document.session.path
        named = [path for path in self._services.preferences.settings.recent_sessions if Path(path) != open_now]
        folder = self._folder
        home = self._services.memory.unnamed_home or folder

        def read() -> list[RecentPicture]:
            forget_gone([open_now, *map(Path, named), *home.glob(f"*{SUFFIX}")], folder)
            return read_recent(named, home, folder)[:_MOST_RECENT]

        self._services.jobs.start(read, self.page.show_recent, self._services.event_log.write_error)


class _MissingBar(QWidget):
    """Samples are here and no models: says what they would do; the act that adds them stands beside Run."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel(self.tr("Add two or more models: each becomes a lane beside the others."), wordWrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACING, SPACING, SPACING, SPACING)
        layout.addWidget(words)
