"""All parts of the program with their licences; the text of the one that is chosen is beside them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTreeWidget, QTreeWidgetItem, QWidget

from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from granview.gui.widgets.text_preview import as_tip
from granview.io.licences import Licence, licence_text, licences

_WIDTHS_PX = (440, 400)
_COLUMNS_PX = (190, 90)


class LicenceList(QSplitter):
    """A table of parts, and the text of the licence of one.

    Args:
        jobs: Where the licences are collected, and their texts read.
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
        self._jobs = jobs
        self._text_job = jobs.start(licences, self._fill, self._fail)

    def _fill(self, parts: list[Licence]) -> None:
        for part in parts:
            item = QTreeWidgetItem([part.name, part.version, part.licence])
            for column in range(3):
                item.setToolTip(column, as_tip(item.text(column)))
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
        self._text_job.cancel()
        self._text_job = self._jobs.start(lambda: licence_text(part), partial(self._show_text, part), self._fail)

    def _show_text(self, part: Licence, text: str) -> None:
        missing = self.tr("{name} brings no text of its licence. Its metadata states: {licence}.")
        stated = part.licence or self.tr("nothing")
        self.text.setPlainText(text or missing.format(name=part.name, licence=stated))
