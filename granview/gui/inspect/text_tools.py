"""How texts are shown: what written ones are compared with, shades of confidence, the search."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.view_state import TextDifference, ViewState
from granview.gui.style.icons import IconSet


class TextTools(QWidget):
    """Sets the view, and follows it."""

    def __init__(self, view: ViewState, link: TextViewport, icons: IconSet) -> None:
        super().__init__()
        self._view = view
        self.difference = QComboBox()
        for key, text in (
            (TextDifference.REFERENCE, self.tr("to the reference")),
            (TextDifference.PINNED, self.tr("to the pinned lane")),
            (TextDifference.OFF, self.tr("not shown")),
        ):
            self.difference.addItem(text, key)
        self.difference.setToolTip(self.tr("What a text that a lane has written is compared with, word by word (X)"))
        self.confidence = QCheckBox(self.tr("Shade by confidence"))
        self.confidence.setToolTip(self.tr("The less sure a lane is of a token, the stronger its ground (C)"))
        self.search = QPushButton(self.tr("Find…"))
        self.search.setIcon(icons.icon("search"))
        self.search.setToolTip(self.tr("Find in all texts (Ctrl+F)"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Differences")))
        row.addWidget(self.difference, 1)
        below = QHBoxLayout()
        below.addWidget(self.confidence, 1)
        below.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addLayout(below)
        view.changed.connect(self._on_view_changed)
        self.difference.activated.connect(
            lambda _: setattr(view, "text_difference", TextDifference(self.difference.currentData()))
        )
        self.confidence.toggled.connect(lambda on: setattr(view, "shade_confidence", on))
        self.search.clicked.connect(link.find)
        self._on_view_changed("text_difference")
        self._on_view_changed("shade_confidence")

    def _on_view_changed(self, name: str) -> None:
        if name == "text_difference":
            self.difference.setCurrentIndex(self.difference.findData(self._view.text_difference))
        elif name == "shade_confidence":
            self.confidence.setChecked(self._view.shade_confidence)
