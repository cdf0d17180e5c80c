"""A field and a switch over a long list of classes: by what their names hold, and whether they are in the sample."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from granview.core.labels import normalized
from granview.gui.model.shown_class import ShownClass

LONG: Final = 8
"""From more classes than this on there is something to filter."""


class ClassFilter(QWidget):
    """Takes no room over a short list."""

    changed = Signal()
    """Others are to be listed."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter classes"))
        self.field.setAccessibleName(self.tr("Filter classes"))
        self.field.setClearButtonEnabled(True)
        self.here = QToolButton()
        self.here.setText(self.tr("In this sample"))
        self.here.setToolTip(self.tr("List only the classes of which there is something in this sample"))
        self.here.setCheckable(True)
        self.here.setChecked(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.here)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.here.toggled.connect(lambda _: self.changed.emit())
        self.hide()

    @property
    def is_narrowed(self) -> bool:
        """Whether something is typed."""
        return not self.isHidden() and bool(self.field.text().strip())

    def kept(
        self, classes: Sequence[ShownClass], present: Callable[[Sequence[ShownClass]], Sequence[ShownClass]]
    ) -> Sequence[ShownClass]:
        """Those that are to be listed, and show or hide the field by how many there are.

        Args:
            classes: All that are known.
            present: Which of some are in the sample.
        """
        self.setVisible(len(classes) > LONG)
        listed = present(classes) if self.here.isChecked() or self.isHidden() else classes
        words = normalized(self.field.text()).split()
        if not self.is_narrowed:
            return listed
        return [entry for entry in listed if all(word in normalized(entry.name) for word in words)]
