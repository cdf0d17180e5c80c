"""Where packages come from: PyPI, an index of one's own, or a folder without a network."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QPushButton, QWidget

from granview.gui.first_start.words import words_line
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.theme import SPACING
from granview.runtime.build import Source

_PURPOSE = "wheels"


class SourceRow(QWidget):
    """A line that says where from, and two buttons that change it.

    Args:
        memory: The folder last used.
    """

    def __init__(self, memory: WindowMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._folder: Path | None = None
        self.words = words_line("muted")
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("https://mirror.example.org/simple"))
        self.address.setAccessibleName(self.tr("Address of the index"))
        self.index_button = QPushButton(self.tr("Other index…"))
        self.index_button.setToolTip(self.tr("A mirror of PyPI, such as that of a company or a university"))
        self.index_button.clicked.connect(self._ask_for_index)
        self.folder_button = QPushButton(self.tr("Offline folder…"))
        self.folder_button.setToolTip(self.tr("A folder that has all packages already; no network is needed"))
        self.folder_button.clicked.connect(self._ask_for_folder)
        for button in (self.index_button, self.folder_button):
            button.setAutoDefault(False)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.words, 0, 0)
        layout.addWidget(self.index_button, 0, 1)
        layout.addWidget(self.folder_button, 0, 2)
        layout.addWidget(self.address, 1, 0, 1, 3)
        layout.setColumnStretch(0, 1)
        self.address.hide()
        self._show()

    @property
    def source(self) -> Source:
        """What is chosen."""
        return Source(self.address.text().strip(), self._folder)

    def use_index(self, index: str) -> None:
        """Take packages from an index; empty for PyPI."""
        self._folder = None
        self.address.setText(index)
        self.address.setVisible(bool(index))
        self._show()

    def use_folder(self, folder: Path) -> None:
        """Take packages from a folder."""
        self._folder = folder
        self.address.hide()
        self.address.clear()
        self._show()

    def _ask_for_index(self) -> None:
        self._folder = None
        self.address.setVisible(self.address.isHidden())
        if self.address.isHidden():
            self.address.clear()
        self.address.setFocus()
        self._show()

    def _ask_for_folder(self) -> None:
        start = str(self._memory.folder(_PURPOSE))
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of packages (.whl)"), start)
        if name:
            self._memory.keep_folder(_PURPOSE, Path(name))
            self.use_folder(Path(name))

    def _show(self) -> None:
        if self._folder is not None:
            self.words.setText(self.tr("Packages come from {folder}.").format(folder=self._folder))
        elif not self.address.isHidden():
            self.words.setText(self.tr("Packages come from this index:"))
        else:
            self.words.setText(self.tr("Packages come from PyPI, each checked by its hash."))
