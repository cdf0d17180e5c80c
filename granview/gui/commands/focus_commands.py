"""The acts that narrow everything, with their keys."""

from PySide6.QtCore import QObject

from granview.gui.model.explain_state import ExplainState
from granview.gui.model.focus import Focus
from granview.gui.widgets.action_set import ActionSet


class FocusCommands(QObject):
    """Adds the acts to the action set, and keeps them and the focus in step.

    Args:
        focus: What everything is narrowed to.
        explain: While something is explained, Esc ends that first.
        actions: Where the acts are added.
        parent: Owns this.
    """

    def __init__(self, focus: Focus, explain: ExplainState, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._focus = focus
        self._explain = explain
        tip = self.tr("Narrow nothing any more, and look at no unit in particular")
        self._clear = actions.add("clear-focus", self.tr("Clear focus"), focus.clear, ("Esc",), "", tip)
        focus.slice_changed.connect(self._show)
        focus.unit_changed.connect(self._show)
        explain.changed.connect(lambda _: self._show())
        self._show()

    def _show(self) -> None:
        narrowed = bool(self._focus.slice.conditions) or self._focus.unit is not None
        self._clear.setEnabled(narrowed and not self._explain.choice.on)
