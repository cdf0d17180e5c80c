"""Follows how the user arranges panels: a preset, the results folded or not, all panels hidden for a while."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QMainWindow

from granview.gui.arrangement.docks import DockSet
from granview.gui.arrangement.presets import FIRST_PRESET, PRESETS, Preset
from granview.gui.arrangement.results_fold import Folded, fold, unfold
from granview.gui.session.window_memory import WindowMemory

_LOW_PX: Final = 900
"""A window lower than this leaves its room to the pictures; the results' headline says what came out."""

_PRESET, _DOCKS, _FOLD, _CHOICE = "window/preset", "window/docks", "window/folded", "window/fold-choice"
_CHOICES: Final = {b"folded": True, b"open": False}

Kept = Mapping[str, bytes | None]
"""What the window remembers of how panels stand, by key; None for nothing."""


class Arrangement(QObject):
    """The panels as the user wants them. Each preset keeps what the user made of it."""

    changed = Signal()
    """Another preset, or something folded, hidden or brought back."""
    keys_lost = Signal()
    """What had the keys is in no panel that is shown now: Qt gives them to the first button of the toolbar."""

    def __init__(self, window: QMainWindow, docks: DockSet, memory: WindowMemory) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._memory = memory
        self._folded: Folded | None = None
        self._before_hiding: bytes | None = None
        self._begun = False
        self._is_alone = False
        self._seen = True
        name = (memory.bytes_of(_PRESET) or b"").decode("utf-8", "replace")
        self._preset = PRESETS.get(name, PRESETS[FIRST_PRESET])
        docks.asked.connect(self._on_asked)

    @property
    def preset(self) -> Preset:
        """The one that was chosen."""
        return self._preset

    @property
    def is_folded(self) -> bool:
        """Whether the results are folded to their headline."""
        return self._folded is not None

    @property
    def is_hidden(self) -> bool:
        """Whether all panels are hidden."""
        return self._before_hiding is not None or self._is_alone

    @property
    def is_alone(self) -> bool:
        """Whether the centre stands alone."""
        return self._is_alone

    def begin(self) -> None:
        """Arrange the panels, once the window has the size that it really got."""
        if self._begun:
            return
        self._begun = True
        if self._is_alone:
            self._docks.hide_all()
            self.changed.emit()
        else:
            self._apply()

    def stand_alone(self, on: bool) -> None:
        """Leave the centre alone while panels have nothing to show; later all stands as it stood, hidden or not.

        Meanwhile the memory has how they stand, and what is asked for by name brings them.
        """
        if on == self._is_alone:
            return
        if on and self._begun:
            self._keep()
            self._docks.hide_all()
        self._is_alone = on
        if on or not self._begun:
            self.changed.emit()
            return
        was_hidden, self._before_hiding = self._before_hiding is not None, None
        self._apply()
        self._docks.settle()
        if was_hidden:
            self.hide_panels(True)

    def choose(self, name: str) -> None:
        """Keep how the panels stand for the preset that is left, and take up another one."""
        had_keys = self._window.focusWidget()
        self.show_panels()
        self._keep()
        self._preset = PRESETS[name]
        self._apply()
        if had_keys is not None and not had_keys.isVisible():
            self.keys_lost.emit()

    def reset(self) -> None:
        """Put every panel where the preset has it at first."""
        self._before_hiding, self._is_alone = None, False
        for what in (_DOCKS, _FOLD, _CHOICE):
            self._memory.forget(self._at(what))
        self._apply()

    def kept(self) -> Kept:
        """How everything stands, for ``take_up``; panels that the user has hidden are brought back first."""
        if not self._is_alone:
            self.show_panels()
        self.save()
        return {key: self._memory.bytes_of(key) for key in (_PRESET, *map(self._at, (_DOCKS, _FOLD, _CHOICE)))}

    def take_up(self, kept: Kept) -> None:
        """Let everything stand as it stood when it was kept."""
        for key, value in kept.items():
            if value is None:
                self._memory.forget(key)
            else:
                self._memory.keep_bytes(key, value)
        self._before_hiding = None
        name = (kept[_PRESET] or b"").decode()
        self._preset = PRESETS.get(name, self._preset)
        if self._is_alone:
            self.changed.emit()
        else:
            self._apply()

    def fold_results(self, on: bool) -> None:
        """Fold the results to their headline, or unfold them; remembered for the preset."""
        self.show_panels()
        self._memory.keep_bytes(self._at(_CHOICE), b"folded" if on else b"open")
        self._fold(on)

    def hide_panels(self, on: bool) -> None:
        """Hide every panel, or bring all of them back exactly as they were."""
        if on == self.is_hidden:
            return
        if on:
            self._before_hiding = self._docks.save()
            self._docks.hide_all()
            self.changed.emit()
        else:
            self.show_panels()

    def show_panels(self) -> None:
        """Bring hidden panels back, whether the user has hidden them or nothing is loaded."""
        if self._is_alone:
            self._before_hiding = None
            self.stand_alone(False)
        elif self._before_hiding is not None:
            before, self._before_hiding = self._before_hiding, None
            self._docks.restore(before)
            self.changed.emit()

    def save(self) -> None:
        """Keep everything for the next start, at which panels are in view."""
        self._keep()
        self._memory.keep_bytes(_PRESET, self._preset.name.encode())

    def follow_size(self, before: QSize, now: QSize) -> None:
        """The window has another size: the results keep their share of its height, or fold where it has become low."""
        if not self._begun or self.is_hidden or before.height() <= 0:
            return
        if not self.is_folded:
            self._docks.keep_bottom_share(before, now)
        if (before.height() < _LOW_PX) != (now.height() < _LOW_PX):
            self._suit()

    def _at(self, what: str) -> str:
        return f"{what}/{self._preset.name}"

    def _keep(self) -> None:
        """Let the memory have how the panels of this preset stand, unless it has: then they are out of the window."""
        if self._is_alone:
            return
        self._memory.keep_bytes(self._at(_DOCKS), self._before_hiding or self._docks.save())
        if self._folded is None:
            self._memory.forget(self._at(_FOLD))
        else:
            self._memory.keep_bytes(self._at(_FOLD), self._folded.as_bytes())

    def _apply(self) -> None:
        kept, folded = self._memory.bytes_of(self._at(_DOCKS)), self._memory.bytes_of(self._at(_FOLD))
        if kept is not None and self._docks.restore(kept):
            self._folded = None if folded is None else Folded.from_bytes(folded)
        else:
            self._folded = None
            self._docks.arrange(self._preset)
            self._seen = False
        self._suit()
        self._seen = True
        self.changed.emit()

    def _suit(self) -> None:
        """Fold or unfold the results as was chosen; else by the preset, or by whether the window has room for them."""
        if not self._begun:
            return
        chosen = _CHOICES.get(self._memory.bytes_of(self._at(_CHOICE)) or b"", self._preset.folds)
        self._fold(self._window.height() < _LOW_PX if chosen is None else chosen)

    def _fold(self, on: bool) -> None:
        if on == self.is_folded:
            return
        if self._folded is None:
            folded = fold(self._window, self._docks.by_name)
            self._folded = folded if self._seen else folded.without_sizes()
        else:
            folded, self._folded = self._folded, None
            unfold(self._window, self._docks.by_name, folded, self._docks.settle)
            if not folded.front:  # folded before anybody saw them
                self._docks.size_as_at_first()
        self.changed.emit()

    def _on_asked(self, name: str) -> None:
        """A panel is to be shown: those that are hidden or folded away come back first."""
        self.show_panels()
        if self._folded is not None and name in self._folded.names:
            self.fold_results(False)
