"""One cell of a text: head, summary, text and foot."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from granview.gui.background.latest_result import BackgroundPool
from granview.gui.background.timers import once
from granview.gui.lanes import cell_menu
from granview.gui.lanes.cell_foot import CellFoot
from granview.gui.lanes.cell_head import CellHead, head_text
from granview.gui.lanes.cell_status import cell_status
from granview.gui.lanes.status_card import StatusCard
from granview.gui.lanes.texts.presentation_maker import PresentationMaker
from granview.gui.lanes.texts.summary_rows import Summary
from granview.gui.lanes.texts.text_body import TextBody
from granview.gui.model.readout import Readout
from granview.gui.model.shown_text import MAX_LINE
from granview.gui.model.text_viewport import Pointed, TextSpan, TextViewport, Top
from granview.gui.presenters.heat_shades import heat_shades, lines_alone, weight_at
from granview.gui.presenters.marks import NO_MARKS, Emphasis, Marks
from granview.gui.presenters.text_content import TextContent
from granview.gui.presenters.text_presenter import Presentation, PresenterInput
from granview.gui.style.theme import Theme

_LEAST_LINES: Final = 6


class TextCell(QWidget):
    """Shows one content as a presenter wants it, and keeps it linked with the other cells.

    Args:
        viewport: What the cells share.
        theme: Colours.
        background: Where the presentation of a long text is made.
    """

    requested = Signal(str, str)

    presented = Signal()
    """Another presentation is shown, later than what it was made from."""

    picked = Signal(str, object)
    """The space of its text and ``Pointed``: what was clicked on."""

    def __init__(
        self, viewport: TextViewport, theme: Theme, background: BackgroundPool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._theme = theme
        self._content = TextContent("", "")
        self._presenting = PresentationMaker(background, self._show_presentation)
        self._presentation = self._presenting.presentation
        self._hint = ""
        self._shades_wanted, self._emphasis = False, Emphasis()
        self._soon = once(self, 0, self._scroll_to_focus)
        self.head = CellHead(theme)
        self.summary = Summary(theme)
        self.body = TextBody(theme)
        self.foot = CellFoot(theme)
        self.card = StatusCard(theme, self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part, text_span in ((self.head, 0), (self.summary, 0), (self.body, 1), (self.foot, 0)):
            column.addWidget(part, text_span)
        self._font = self.body.font()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.body)
        self._connect()
        self.destroyed.connect(self._presenting.cancel)

    @property
    def content(self) -> TextContent:
        """What is shown."""
        return self._content

    @property
    def presentation(self) -> Presentation:
        """How it is shown."""
        return self._presentation

    @property
    def is_behind(self) -> bool:
        """Whether a long text stands there alone for the time being."""
        return self._presenting.is_behind

    def catch_up(self) -> None:
        """Lay out what is said of a long text, in the background; ``presented`` tells when it is shown."""
        self._presenting.catch_up()

    def show_input(self, inputs: PresenterInput, shades: bool, emphasis: Emphasis, hint: str = "") -> None:
        """Show a content as the user wants it.

        Args:
            inputs: The content, and the choices that its presenter needs.
            shades: Whether to shade by how sure the lane is of each token.
            emphasis: Which classes to hide, and which one to let stand out.
            hint: Stands in the foot where nothing weightier does.
        """
        self._content, self._hint = inputs.content, hint
        self._shades_wanted, self._emphasis = shades, emphasis
        self._presenting.give(inputs)
        self._show()

    def _show_presentation(self) -> None:
        self._show()
        self.presented.emit()

    def _show(self) -> None:
        content, presentation = self._content, self._presenting.presentation
        is_new = presentation.shown is not self._presentation.shown
        was_focus = self._presentation.focus
        self._presentation = presentation
        self._use_font()
        self.body.show_text(presentation.shown, presentation.is_writing)
        marks = presentation.marks if content.heat is None else lines_alone(presentation.marks)
        self.body.show_marks(marks, self._shades(self._shades_wanted), self._emphasis)
        self.summary.show_rows(presentation.rows)
        self.setAccessibleName(head_text(content))
        self.body.setAccessibleName(content.title)
        self.refresh()
        if presentation.focus is not None and (is_new or presentation.focus != was_focus):
            self._soon.start()

    def _shades(self, confidence: bool) -> Marks:
        """What the tokens are shaded by: an explanation where there is one, else how sure the lane is, if wanted."""
        if self._content.heat is not None:
            return heat_shades(self._content.heat, self._presentation.space)
        return self._presentation.shades if confidence else NO_MARKS

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        for part in (self.head, self.summary, self.body, self.foot):
            part.set_theme(theme)
        self.refresh()
        self.update()

    def set_text_font(self, font: QFont) -> None:
        """Show the text in this font; code in letters of one width, of its size."""
        self._font = font
        self._use_font()

    def _use_font(self) -> None:
        font = QFont(self._font)
        if self._content.is_code:
            font.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
        if font != self.body.font():
            self.body.set_text_font(font)

    def readout(self, pointed: Pointed | None) -> Readout | None:
        """What this cell says of the place that is pointed at."""
        text_span = self.text_span_of(pointed)
        if text_span is None:
            return None
        heat = self._content.heat
        weight = None if heat is None else weight_at(heat, self._presentation.space, text_span[0])
        return self._presentation.say(text_span[0]) if weight is None else Readout(f"{weight:.3g}", None, None)

    def text_span_of(self, pointed: Pointed | None) -> TextSpan | None:
        """The span of this cell's text that is pointed at."""
        if pointed is None:
            return None
        own = pointed.text_spans.get(self._presentation.space)
        alignment = self._presentation.alignment
        if own is not None or alignment is None:
            return own
        other = pointed.text_spans.get(alignment.space)
        return None if other is None else alignment.from_other(other)

    def wanted_summary(self, width: int, most: int) -> int:
        """The height that the summary needs in a cell of this width, no more than ``most``, in px."""
        return self.summary.wanted_height(width - 2, most)

    def least_height(self, summary: int) -> int:
        """The height at which a few lines of the text can be read below a summary of this height, in px."""
        return self.head.height() + summary + self.body.height_of(_LEAST_LINES) + self.foot.height() + 2

    def refresh(self) -> None:
        """Bring head, foot and card up to date."""
        self.head.show_contents((self._content,), (True,))
        self.card.show_status(cell_status(self._content), self._theme)
        self._place_card()
        shown = self._content.message if self._content.has_result else ""
        notices = (shown, *self._presentation.notices, self._pieces(), self._hint)
        self.foot.show_notice(next(filter(None, notices), ""))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the border, in the accent where the keyboard's focus is."""
        with QPainter(self) as painter:
            painter.setPen(QPen(self._theme.color("accent" if self.body.hasFocus() else "border"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with this cell, at a point of the screen."""
        selected = self.body.textCursor().hasSelection()
        copying = self.tr("Copy the selection") if selected else self.tr("Copy the text")
        offered = cell_menu.cell_menu((self._content,), self, copying)
        offered.triggered.connect(lambda action: self._on_chosen(*action.data()))
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(at)

    def _connect(self) -> None:
        viewport = self._viewport
        self.body.pointed.connect(self._on_pointed)
        self.body.touched.connect(lambda: viewport.touch(self._content.key))
        self.body.clicked.connect(self._on_clicked)
        self.body.scrolled.connect(self._on_scrolled)
        self.body.menu_asked.connect(self.open_menu)
        self.body.focus_changed.connect(self.update)
        self.body.resized.connect(self._place_card)
        self.card.acted.connect(lambda: self.requested.emit(cell_menu.RESTART, self._content.key))
        viewport.pointed_changed.connect(self._show_pointed)
        viewport.scrolled.connect(self._follow)

    def _pieces(self) -> str:
        """That a line is shown in pieces, where one is."""
        words = self.tr("A line of more than {n} characters is shown in pieces.")
        return words.format(n=f"{MAX_LINE:,}") if self._presentation.shown.broken else ""

    def _scroll_to_focus(self) -> None:
        if self._presentation.focus is not None:
            self.body.scroll_to(self._presentation.focus, middle=True)

    def _place_card(self) -> None:
        if self.card.status is not None:
            has_text = bool(self._presentation.shown.display)
            self.card.place(self.body.rect(), in_the_way=has_text)

    def _on_pointed(self, offset: int | None) -> None:
        self._viewport.point(None if offset is None else self._pointed_at(offset))

    def _pointed_at(self, offset: int) -> Pointed | None:
        text_span = self._presentation.text_span(offset)
        if text_span is None:
            return None
        text_spans = {self._presentation.space: text_span}
        alignment = self._presentation.alignment
        other = None if alignment is None else alignment.to_other(text_span)
        if alignment is not None and other is not None:
            text_spans[alignment.space] = other
        return Pointed(self._content.key, text_spans)

    def _on_clicked(self, offset: int) -> None:
        pointed = self._pointed_at(offset)
        if pointed is not None:
            self.picked.emit(self._presentation.space, pointed)

    def _show_pointed(self) -> None:
        pointed = self._viewport.pointed
        text_span = self.text_span_of(pointed)
        self.body.point_at(text_span)
        if pointed is None:
            self.foot.show_readouts((), "")
            return
        is_own = pointed.key == self._content.key and text_span is not None
        position = (
            self.tr("character {n}").format(n=f"{text_span[0] + 1:,}") if is_own and text_span is not None else ""
        )
        self.foot.show_readouts((self.readout(pointed),), position)

    def _on_scrolled(self) -> None:
        shown = self._presentation.shown
        offset = self.body.first_offset()
        part = (offset - shown.start) / max(shown.end - shown.start, 1)
        self._viewport.scroll(Top(self._content.key, self._presentation.space, offset, part))

    def _follow(self) -> None:
        top = self._viewport.top
        if top is None or top.key == self._content.key:
            return
        shown = self._presentation.shown
        same = top.space == self._presentation.space
        self.body.scroll_to(top.offset if same else shown.start + round(top.part * (shown.end - shown.start)))

    def _on_chosen(self, what: str, key: str) -> None:
        if what != cell_menu.COPY:
            self.requested.emit(what, key)
        elif self.body.textCursor().hasSelection():
            self.body.copy()
        else:
            text = self._presentation.shown.source
            QGuiApplication.clipboard().setText(text.encode("utf-8", "replace").decode())
