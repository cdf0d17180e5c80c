"""Shows a passage: wrapped, scrolled, selectable; its places can be clicked."""

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser

from granview.gui.style.theme import Theme
from granview.gui.verdict.passage_html import line_at, passage_html
from granview.gui.widgets.more_below import MoreBelow
from granview.report.verdict.passage import Line, Passage


class PassageView(QTextBrowser):
    """The passage in the theme's colours; where it was scrolled to stays when it is said anew."""

    place_clicked = Signal(object)
    """The ``Line`` of a place that was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._passage: Passage | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Verdict"))
        self.document().setDocumentMargin(4)
        self.more_below = MoreBelow(self)
        self.anchorClicked.connect(self._on_anchor)

    def show_passage(self, passage: Passage) -> None:
        """Say this."""
        if passage != self._passage:
            self._passage = passage
            self._render()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self._render()

    def minimumSizeHint(self) -> QSize:
        """Small, since all of it can be scrolled to."""
        return QSize(160, 60)

    def _render(self) -> None:
        if self._passage is None:
            return
        place = self.verticalScrollBar().value()
        self.setHtml(passage_html(self._passage, self._theme))
        self.verticalScrollBar().setValue(place)

    def _on_anchor(self, url: QUrl) -> None:
        line: Line | None = None if self._passage is None else line_at(self._passage, url.toString())
        if line is not None:
            self.place_clicked.emit(line)
