"""What the list of inputs says of samples, asked of their kind."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from granview.core.sample import Sample
from granview.core.sample_kind import Kind


class SampleRows(QObject):
    """What is said of the samples of one kind; this base knows nothing but their names.

    Attributes:
        has_thumbnails: Whether a picture stands at the left of a row; else the kind's icon does.
    """

    has_thumbnails: ClassVar[bool] = False

    changed = Signal(str)
    """The path of which something else is to be said."""

    def title(self, sample: Sample) -> str:
        """The first line; empty: the sample's name."""
        return ""

    def thumbnail(self, sample: Sample) -> QPixmap | None:
        """The picture; None while there is none."""
        return None

    def note(self, sample: Sample) -> str:
        """What the second line says where there is nothing else to say."""
        return ""

    def error(self, sample: Sample) -> str:
        """Why the sample cannot be shown, in words; empty while there is no reason."""
        return ""

    def tip(self, sample: Sample) -> list[str]:
        """The first lines of the tool tip."""
        return []

    def read_texts(self) -> dict[str, str]:
        """What has been read of files, by path: words are looked for in it."""
        return {}


class RowsByKind(QObject):
    """The rows of every kind, each made when its first sample is listed.

    Args:
        new_rows: Makes those of a kind.
        parent: Owns them.
    """

    changed = Signal(str)

    def __init__(self, new_rows: Callable[[Kind], SampleRows], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new_rows = new_rows
        self._by_kind: dict[Kind, SampleRows] = {}

    def of(self, sample: Sample) -> SampleRows:
        """The rows of a sample's kind."""
        if sample.kind not in self._by_kind:
            rows = self._by_kind[sample.kind] = self._new_rows(sample.kind)
            rows.changed.connect(self.changed)
        return self._by_kind[sample.kind]

    def read_texts(self) -> dict[str, str]:
        """What has been read of files of any kind, by path."""
        return {path: text for rows in self._by_kind.values() for path, text in rows.read_texts().items()}
