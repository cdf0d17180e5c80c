"""The acts that narrow everything, go through units and mark them, with their keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from granview.core.mark import MARK_KINDS, MarkKind
from granview.gui.background.connections import connect_while
from granview.gui.services import Services
from granview.gui.slices.slice_words import MARK_KEYS, mark_title
from granview.gui.widgets.action_set import ActionSet


class FocusCommands(QObject):
    """Adds the acts to the action set, and keeps them and the focus in step.

    Args:
        services: The focus, what is gone through, and what marks; while something is explained, Esc ends that first.
        actions: Where the acts are added.
        parent: Owns this.
    """

    def __init__(self, services: Services, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._actions = actions
        self._add_acts()
        focus = services.focus
        for signal in (focus.slice_changed, focus.unit_changed, services.queue.changed, services.marks.changed):
            signal.connect(self._show)
        services.model.samples.current_changed.connect(self._show)
        connect_while(self, services.explain.changed, lambda _: self._show())
        self._show()

    def _add_acts(self) -> None:
        tr, add, services = self.tr, self._actions.add, self._services
        tip = tr("Narrow nothing any more, and look at no unit in particular")
        add("clear-focus", tr("Clear focus"), services.focus.clear, ("Esc",), "", tip)
        add("next-unit", tr("Next unit of the queue"), lambda: services.queue.step(1), ("J",))
        add("previous-unit", tr("Previous unit of the queue"), lambda: services.queue.step(-1), ("K",))
        tip = tr("Mark the unit that is looked at, or else the sample; once more removes the mark")
        for kind in MARK_KINDS:
            text = tr("Mark: {mark}").format(mark=mark_title(kind))
            self._actions.add_switch(mark_act(kind), text, self._marking(kind), (MARK_KEYS[kind],), "", tip)

    def _marking(self, kind: MarkKind) -> Callable[[bool], None]:
        def mark(_: bool) -> None:
            self._services.marker.toggle(kind)
            self._show()

        return mark

    def _show(self) -> None:
        services, actions = self._services, self._actions
        narrowed = bool(services.focus.slice.conditions) or services.focus.unit is not None
        actions["clear-focus"].setEnabled(narrowed and not services.explain.choice.on)
        for name in ("next-unit", "previous-unit"):
            actions[name].setEnabled(len(services.queue) > 0)
        marked = services.marker.mark
        can_be = services.marker.target is not None and not services.document.is_read_only
        for kind in MARK_KINDS:
            actions[mark_act(kind)].setEnabled(can_be)
            actions[mark_act(kind)].setChecked(marked is not None and marked.mark == kind)


def mark_act(kind: str) -> str:
    """The name of the act that marks so."""
    return f"mark-{kind.replace(' ', '-')}"
