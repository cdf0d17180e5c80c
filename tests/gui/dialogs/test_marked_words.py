import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.text import Span
from granview.gui.dialogs.marked_words import paint_marked_words, words_with_spans


def test_spans_follow_the_words_into_one_line() -> None:
    words, spans = words_with_spans("Ada  met\n\nBob.", [Span(0, 3, "PER"), Span(10, 13, "PER")], 100)
    assert words == "Ada met Bob."
    assert [(words[span.start : span.end], span.label) for span in spans] == [("Ada", "PER"), ("Bob", "PER")]


def test_what_lies_behind_the_first_words_is_left_out_or_cut() -> None:
    words, spans = words_with_spans("Ada met Bob.", [Span(0, 3, "PER"), Span(8, 11, "PER")], 9)
    assert [words[span.start : span.end] for span in spans] == ["Ada", "B"]
    assert words_with_spans("Ada", [Span(9000, 9003, "PER")], 9) == ("Ada", ())


def test_each_type_has_a_colour_of_its_own_behind_its_words(qapp: QApplication) -> None:
    """Characters beyond 16 bits before a span do not move it."""
    image = QImage(400, 40, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    words = "\U0001d11e aaaaaa bbbbbb"
    with QPainter(image) as painter:
        painter.setPen(QColor("black"))
        spans = [Span(2, 8, "LOC"), Span(9, 15, "PER")]
        paint_marked_words(painter, QRect(0, 0, 400, 40), words, spans, ["LOC", "PER"], qapp.font())
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(40, -1)[:, :1200].reshape(40, 400, 3)
    found, n = np.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    plain = [tuple(color) for color, many in zip(found.tolist(), n, strict=True) if many > 200 and color != [255] * 3]
    assert len(plain) == 2
