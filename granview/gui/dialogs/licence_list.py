"""All parts of the program with their licences; the text of the one that is chosen is beside them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTreeWidget, QTreeWidgetItem, QWidget

from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from granview.io.licences import Licence, licence_text, licences

_WIDTHS_PX = (440, 400)
_COLUMNS_PX = (190, 90)


class LicenceList(QSplitter):
    """A table of parts, and the text of the licence of one.

    Args:
        jobs: Where the licences are collected.
        parent: The widget that it lies in.
    """

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.parts = QTreeWidget()
        self.parts.setHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        self.parts.setRootIsDecorated(False)
        self.parts.setUniformRowHeights(True)
        self.parts.setAccessibleName(self.tr("Parts of GranView"))
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setPlainText(self.tr("Collecting licences…"))
        self.addWidget(self.parts)
        self.addWidget(self.text)
        self.setSizes(list(_WIDTHS_PX))
        self.setChildrenCollapsible(False)
        self.parts.currentItemChanged.connect(self._show)
        self._job = jobs.start(licences, self._fill, self._fail)
        self.destroyed.connect(self._job.cancel)

    def _fill(self, parts: list[Licence]) -> None:
        for part in parts:
            item = QTreeWidgetItem([part.name, part.version, part.licence])
            for column in range(3):
                item.setToolTip(column, item.text(column))
            item.setData(0, Qt.ItemDataRole.UserRole, part)
            self.parts.addTopLevelItem(item)
        for column, width in enumerate(_COLUMNS_PX):
            self.parts.setColumnWidth(column, width)
        first = self.parts.topLevelItem(0)
        if first is not None:
            self.parts.setCurrentItem(first)

    def _fail(self, error: GranViewError) -> None:
        self.text.setPlainText(str(error))

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        part: Licence = item.data(0, Qt.ItemDataRole.UserRole)
        missing = self.tr("{name} brings no text of its licence. Its metadata states: {licence}.")
        stated = part.licence or self.tr("nothing")
        self.text.setPlainText(licence_text(part) or missing.format(name=part.name, licence=stated))
