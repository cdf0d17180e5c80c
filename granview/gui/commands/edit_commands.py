"""Undo and redo, which say in the menu what they would undo and do again, and the removal of a sample."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from granview.gui.history.history import Deed
from granview.gui.services import Services
from granview.gui.widgets.action_set import ActionSet


class EditCommands(QObject):
    """Adds these acts to the action set. A field in which one types has the keys for itself: it undoes its typing."""

    def __init__(self, services: Services, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        deeds = services.deeds
        self._samples = services.model.samples
        self._deeds = deeds
        self._history = deeds.history
        tr = self.tr
        self._undo = actions.add("undo", tr("&Undo"), deeds.history.undo, ("Ctrl+Z",))
        self._redo = actions.add("redo", tr("&Redo"), deeds.history.redo, ("Ctrl+Shift+Z", "Ctrl+Y"))
        actions.add("remove-sample", tr("&Remove this sample"), self._remove_current, ("Del",), "remove")
        deeds.changed.connect(self._show)
        self._show()

    def _remove_current(self) -> None:
        if self._samples.current is not None:
            self._deeds.remove_samples([self._samples.current.name])

    def _show(self) -> None:
        self._say(self._undo, self.tr("&Undo"), self.tr("&Undo: {deed}"), self._history.last)
        self._say(self._redo, self.tr("&Redo"), self.tr("&Redo: {deed}"), self._history.next)

    @staticmethod
    def _say(action: QAction, plain: str, named: str, deed: Deed | None) -> None:
        action.setEnabled(deed is not None)
        action.setText(plain if deed is None else named.format(deed=deed.words.replace("&", "&&")))
