"""How far a build is: a bar, a line of numbers, and what is being done or waited for."""

from typing import Final

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from granview.gui.first_start.words import progress_line, words_line
from granview.gui.style.theme import SPACING
from granview.runtime.progress import BuildProgress, Step

_FINE: Final = 1000


class BuildBar(QWidget):
    """Seen while something is being built."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words_line()
        self.bar = QProgressBar(maximum=_FINE, textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the download"))
        self.details = words_line("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(int(1.5 * SPACING))
        for part in (self.words, self.bar, self.details):
            layout.addWidget(part)

    def begin(self) -> None:
        """Nothing is known yet."""
        self.bar.setRange(0, 0)
        self.words.setText(self.tr("Asking for the packages …"))
        self.details.clear()

    def show_progress(self, progress: BuildProgress) -> None:
        """Say how far it is."""
        loading = progress.step is Step.DOWNLOAD and progress.total_bytes > 0
        self.bar.setRange(0, _FINE if loading else 0)
        self.bar.setValue(_FINE * progress.done_bytes // max(progress.total_bytes, 1))
        self.words.setText(progress_line(progress))
        waits = self.tr("{why} Trying again …").format(why=progress.trouble) if progress.trouble else ""
        self.details.setText(waits or progress.file)
