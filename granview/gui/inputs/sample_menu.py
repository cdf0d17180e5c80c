"""What can be done with a sample, as a menu."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from granview.core.sample import Sample
from granview.io.dataset_format import has_columns


class SampleMenu(QMenu):
    """Offers what the sample allows.

    Args:
        sample: The sample.
        parent: Whom it belongs to.
    """

    edit_asked = Signal()
    columns_asked = Signal()
    remove_asked = Signal()

    def __init__(self, sample: Sample, parent: QWidget) -> None:
        super().__init__(parent)
        if sample.text is not None and not sample.path:
            self.addAction(self.tr("Edit this text"), self.edit_asked.emit)
        if has_columns(Path(sample.path)):
            text = self.tr("Choose the columns of {name}…").format(name=Path(sample.path).name)
            self.addAction(text, self.columns_asked.emit)
        self.addSeparator()
        self.addAction(self.tr("Remove"), self.remove_asked.emit)
