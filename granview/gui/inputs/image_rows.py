"""What the list of inputs says of images: a thumbnail, the name, the format."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from granview.core.sample import Sample
from granview.gui.inputs.sample_rows import SampleRows
from granview.gui.session.pictures import Thumbnails
from granview.io.page_address import file_of


class ImageRows(SampleRows):
    """Shows thumbnails.

    Args:
        thumbnails: Makes them.
        parent: Owns this.
    """

    has_thumbnails: ClassVar[bool] = True

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        thumbnails.changed.connect(self.changed)

    def thumbnail(self, sample: Sample) -> QPixmap | None:
        """The picture; None while it is being made."""
        return self._thumbnails.get(sample.path)

    def note(self, sample: Sample) -> str:
        """The format, by the file's suffix."""
        return file_of(Path(sample.path)).suffix[1:].upper()

    def error(self, sample: Sample) -> str:
        """Why there is no thumbnail."""
        return self._thumbnails.error(sample.path)
