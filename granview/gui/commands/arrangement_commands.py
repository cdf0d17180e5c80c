"""The acts that arrange the panels: presets, folding the results, hiding everything but the pictures."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from granview.gui.arrangement.arrangement import Arrangement
from granview.gui.arrangement.presets import PRESETS, preset_titles
from granview.gui.history.deeds import Deeds
from granview.gui.history.history import Words
from granview.gui.widgets.action_set import ActionSet

translate = QCoreApplication.translate


class ArrangementCommands(QObject):
    """Adds the acts, and keeps switches and arrangement in step once there is one."""

    def __init__(self, deeds: Deeds, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._actions = actions
        self._arrangement: Arrangement | None = None
        tr = self.tr
        words = tr("Hide all panels, or bring them back as they were: Tab while the pictures have the focus")
        actions.add_switch("hide-panels", tr("&Hide all panels"), self._hide, ("Ctrl+\\", "Tab"), "panels", words)
        words = tr("Fold the results at the bottom to their headline, or unfold them")
        actions.add_switch("fold-results", tr("Fold &results"), self._fold, ("Ctrl+J",), "results", words)
        for name, (title, tip) in preset_titles().items():
            choose: Callable[[bool], None] = partial(self._choose, name)
            actions.add_switch(f"preset-{name}", title, choose, (PRESETS[name].key,), "", tip)
        actions.add("reset-layout", tr("Reset &layout"), self._reset)

    def follow(self, arrangement: Arrangement) -> None:
        """Act on this from now on."""
        self._arrangement = arrangement
        arrangement.changed.connect(self._show)
        self._deeds.follow_layout(arrangement.take_up)
        self._show()

    def _show(self) -> None:
        if self._arrangement is None:
            return
        self._actions["hide-panels"].setChecked(self._arrangement.is_hidden)
        self._actions["fold-results"].setChecked(self._arrangement.is_folded)
        for name in PRESETS:
            self._actions[f"preset-{name}"].setChecked(self._arrangement.preset.name == name)

    def _hide(self, on: bool) -> None:
        if self._arrangement is not None:
            self._arrangement.hide_panels(on)

    def _fold(self, on: bool) -> None:
        if self._arrangement is not None:
            self._arrangement.fold_results(on)

    def _choose(self, name: str, _on: bool = True) -> None:
        if self._arrangement is not None:
            self._note(
                lambda: translate("ArrangementCommands", "another layout"), partial(self._arrangement.choose, name)
            )
            self._show()

    def _reset(self) -> None:
        if self._arrangement is not None:
            self._note(lambda: translate("ArrangementCommands", "reset the layout"), self._arrangement.reset)

    def _note(self, words: Words, act: Callable[[], None]) -> None:
        """Arrange the panels in another way, so that it can be undone."""
        if self._arrangement is not None:
            before = self._arrangement.kept()
            act()
            self._deeds.note_layout(words, before, self._arrangement.kept())
