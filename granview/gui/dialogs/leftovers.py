"""What nothing was read from, after a search: by sort, with the reason and what to do."""

from collections.abc import Sequence
from os.path import commonpath
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.leftover_table import LeftoverTable
from granview.io.data_set import Leftover


class LeftoversDialog(Page):
    """A table to read, and a way to the log, which has every file by its name.

    Attributes:
        table: What is left over.
    """

    guide = "guide/data-sets.md#before-anything-is-loaded"

    log_wanted = Signal()

    def __init__(self, leftovers: Sequence[Leftover], parent: QWidget) -> None:
        explanation = self.tr("Nothing was read from these, for the reasons beside them.")
        super().__init__(self.tr("Left over"), parent, explanation)
        self.table = LeftoverTable()
        self.table.show_leftovers(leftovers, _root(leftovers))
        self.body.addWidget(self.table, 1)
        log = self.buttons.addButton(self.tr("Show the &log"), QDialogButtonBox.ButtonRole.ActionRole)
        log.setAutoDefault(False)
        log.clicked.connect(self.log_wanted)
        log.clicked.connect(self.accept)
        self.add_accept(self.tr("Close"))
        self.resize(760, 380)


def _root(leftovers: Sequence[Leftover]) -> Path:
    try:
        return Path(commonpath([each.example.parent for each in leftovers]))
    except ValueError:  # none, or on several drives
        return Path()
