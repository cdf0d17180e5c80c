"""The line above the list of inputs that says why only some are listed, and lists all again."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from granview.gui.model.sample_list import SampleList
from granview.gui.style.icons import IconSet


class LimitLine(QWidget):
    """Hidden while all samples are listed."""

    def __init__(self, samples: SampleList, icons: IconSet) -> None:
        super().__init__()
        self._samples = samples
        self.words = QLabel(wordWrap=True)
        self.words.setProperty("role", "muted")
        self.every = QToolButton()
        self.every.setIcon(icons.icon("close"))
        self.every.setIconSize(QSize(14, 14))
        self.every.setToolTip(self.tr("List all inputs again"))
        self.every.setAccessibleName(self.every.toolTip())
        self.every.clicked.connect(lambda: samples.set_limit(None))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.every)
        samples.limit_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        limit = self._samples.limit
        self.words.setText("" if limit is None else limit.words)
        self.setVisible(limit is not None)
