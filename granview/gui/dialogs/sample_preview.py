"""One sample before it is loaded: its picture with the reference drawn over it, or the first words of its text."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from granview.core.labels import BACKGROUND, LabelSet, normalized
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.core.text import Span
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.dialogs.marked_words import paint_marked_words, words_with_spans
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceSide, PredictionLinks, PredictionPainter, presenter_of
from granview.gui.session.pictures import Thumbnails
from granview.gui.widgets.text_preview import as_tip, one_line
from granview.io.sample_kind import pictures

translate = QCoreApplication.translate

_GAP_PX: Final = 4
_KEY: Final = "reference"
_OPACITY: Final = 0.5
_TEXT_CHARS: Final = 400


def background_names(labels: LabelSet) -> frozenset[str]:
    """Classes that no colour is laid over: the background, by its name, or as value 0 where nothing names values."""
    if labels.names == tuple(map(str, range(len(labels)))):
        return frozenset(("0",))
    return frozenset(name for name in labels.names if normalized(name) == BACKGROUND)


class SamplePreview(QWidget):
    """Draws what is there by now; what is missing is asked for and comes later.

    Args:
        sample: The sample.
        thumbnails: Pictures of the size of a preview.
        background: Where references are prepared to be drawn.
        parent: Its owner.
    """

    def __init__(
        self, sample: Sample, thumbnails: Thumbnails, background: BackgroundPool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sample = sample
        self._thumbnails = thumbnails
        self._background = background
        self._painters: list[PredictionPainter] = []
        self._links: list[PredictionLinks] = []
        self._size: tuple[int, int] | None = None
        self._text = ""
        self._spans: tuple[Span, ...] = ()
        if sample.text is not None:
            self.show_text(sample.text.text)
        self.reference_words = known_in_words(sample)
        self.error = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 104)
        self._describe()
        thumbnails.changed.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        """Room for a picture and two lines."""
        return QSize(200, 168)

    def show_text(self, text: str) -> None:
        """Show the first words of a text, and which of them are entities."""
        known = None if self.sample.reference is None else self.sample.reference.text
        spans = () if known is None else known.entities or ()
        self._text, self._spans = words_with_spans(text, spans, _TEXT_CHARS)
        self.update()

    def show_references(
        self, references: Sequence[tuple[Prediction, LabelSet]], size: tuple[int, int], trouble: str = ""
    ) -> None:
        """Draw references as lanes' predictions are drawn, one over the other.

        Args:
            references: Of each, what a lane would have to say to be right, and its classes; the lowest first.
            size: Height and width of the picture in px.
            trouble: Why others of its references cannot be drawn; empty where all can.
        """
        self.close_reference()
        self._size, self.error = size, trouble
        words = [amounts_in_words(prediction, labels) for prediction, labels in references]
        self.reference_words = "; ".join(filter(None, words))
        for prediction, labels in references:
            self._add_painter(prediction, labels)
        self._describe()

    def _add_painter(self, prediction: Prediction, labels: LabelSet) -> None:
        presenter = presenter_of(prediction)
        painter = presenter.painter(prediction, labels, self._background, self.update)
        painter.set_style(OverlayStyle(opacity=_OPACITY, hidden=background_names(labels)))
        self._painters.append(painter)
        links = presenter.links(self._background, self.update)
        if links is not None:  # so that it is drawn as the reference, which is sure of all
            self._links.append(links)
            links.show({_KEY: DifferenceSide(self.sample.name, prediction, labels, is_reference=True)})
            links.join(_KEY, painter)

    def show_error(self, words: str) -> None:
        """Say why there is no reference."""
        self.close_reference()
        self.error = words
        self._describe()

    def close_reference(self) -> None:
        """Draw no reference any more."""
        for painter in self._painters:
            painter.close()
        for links in self._links:
            links.close()
        self._painters, self._links = [], []
        self.reference_words, self.error = known_in_words(self.sample), ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture or text, the reference over it, and the names below."""
        with QPainter(self) as painter:
            line = self.fontMetrics().lineSpacing()
            area = self.rect().adjusted(0, 0, 0, -2 * line - _GAP_PX)
            painter.fillRect(area, self.palette().alternateBase())
            pixmap = self._thumbnails.get(self.sample.path) if self._is_picture else None
            if pixmap is not None:
                self._paint_picture(painter, area, pixmap)
            else:
                self._paint_words(painter, area)
            self._paint_names(painter, area.bottom() + _GAP_PX, line)

    @property
    def _is_picture(self) -> bool:
        return bool(pictures([self.sample]))

    def _paint_picture(self, painter: QPainter, area: QRect, pixmap: QPixmap) -> None:
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        height, width = self._size or (pixmap.height(), pixmap.width())
        scale = min(area.width() / width, area.height() / height)
        frame = Frame(QRectF(area), width, height, QPointF(width / 2, height / 2), scale, self.devicePixelRatioF())
        painter.drawPixmap(frame.image_rect, pixmap, QRectF(pixmap.rect()))
        for each in self._painters:
            each.paint(painter, frame)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        words = self._thumbnails.error(self.sample.path) if self._is_picture else self._text
        painter.setPen(self.palette().placeholderText().color() if self._is_picture else self.palette().text().color())
        inner = area.adjusted(8, 6, -8, -6)
        if self._spans and not self._is_picture:
            types = sorted({span.label for span in self._spans})
            paint_marked_words(painter, inner, words, self._spans, types, self.font())
            return
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, int(flags), words)

    def _paint_names(self, painter: QPainter, top: int, line: int) -> None:
        width = self.width()
        for row, (words, role) in enumerate(
            ((self.sample.name, "text"), (self.error or self.reference_words, "muted"))
        ):
            brush = self.palette().text() if role == "text" else self.palette().placeholderText()
            painter.setPen(brush.color())
            text = self._fitting(one_line(words), width)
            painter.drawText(QRect(0, top + row * line, width, line), Qt.AlignmentFlag.AlignVCenter, text)

    def _fitting(self, words: str, width: int) -> str:
        """As many parts of a list as fit, each whole; of what is no list as much as fits."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(words) <= width:
            return words
        parts = words.split(", ")
        for n in range(len(parts) - 1, 0, -1):
            shorter = self.tr("{words}, {n} more").format(words=", ".join(parts[:n]), n=len(parts) - n)
            if metrics.horizontalAdvance(shorter) <= width:
                return shorter
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)

    def _describe(self) -> None:
        words = ". ".join(part for part in (self.sample.filename, self.reference_words, self.error) if part)
        self.setToolTip(as_tip(words))
        self.setAccessibleName(words)
        self.update()

    def _on_changed(self, path: str) -> None:
        if path == self.sample.path:
            self.update()


def known_in_words(sample: Sample) -> str:
    """What is known of a text: its classes, entities by type, answers and texts; empty of anything else."""
    known = None if sample.reference is None else sample.reference.text
    if known is None:
        return ""
    parts = [*(known.labels or ())]
    types = Counter(span.label for span in known.entities or ())
    parts += [f"{n:,} {name}" for name, n in types.most_common()]
    counts = (
        (known.answers, translate("SamplePreview", "{n} answers")),
        (known.targets, translate("SamplePreview", "{n} texts that it should become")),
    )
    return ", ".join([*parts, *(words.format(n=len(held)) for held, words in counts if held)])


def amounts_in_words(prediction: Prediction, labels: LabelSet) -> str:
    """How much of which class a reference has, the largest first: ``road 41 %, sky 20 %``, or ``3 car, 1 person``."""
    amounts = prediction.class_amounts(labels)
    if amounts is None:
        return ""
    held = sorted(((n, name) for name, n in amounts.amounts.items() if n > 0), key=lambda entry: -entry[0])
    if amounts.measure == "count":
        return ", ".join(f"{n:,.0f} {name}" for n, name in held)
    if amounts.measure == "probability":
        return ", ".join(name for _, name in held)
    return ", ".join(f"{_class(name)} {100 * n:.0f} %" for n, name in held)


def _class(name: str) -> str:
    return translate("SamplePreview", "class {name}").format(name=name) if name.isdecimal() else name
