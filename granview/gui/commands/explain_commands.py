"""The acts that explain what the lanes say, with their keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from granview.gui.background.connections import connect_while
from granview.gui.model.explain_state import ExplainState
from granview.gui.widgets.action_set import ActionSet


class ExplainCommands(QObject):
    """Adds the acts to the action set, and keeps them and the explain state in step.

    Args:
        state: What is asked.
        actions: Where the acts are added.
        raise_panel: Brings the panel to the front.
        parent: Owns this.
    """

    def __init__(
        self, state: ExplainState, actions: ActionSet, raise_panel: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._raise_panel = raise_panel
        tip = self.tr("Show what each model attends to, or what its answer rests on")
        self._switch = actions.add_switch("explain", self.tr("&Explain"), self._set_on, ("E",), "explain", tip)
        self._off = actions.add("explain-off", self.tr("Stop explaining"), lambda: self._set_on(False), ("Esc",))
        self._everywhere = actions.add(
            "explain-everywhere", self.tr("Explain everywhere"), state.forget_place, ("Shift+E",)
        )
        connect_while(self, state.changed, lambda _: self._show())
        self._show()

    def _set_on(self, on: bool) -> None:
        self._state.choose(on=on)
        if on:
            self._raise_panel()

    def _show(self) -> None:
        choice = self._state.choice
        self._switch.setChecked(choice.on)
        self._off.setEnabled(choice.on)
        self._everywhere.setEnabled(choice.on and choice.place is not None)
