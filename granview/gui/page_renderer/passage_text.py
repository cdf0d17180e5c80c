"""From runs to what Qt lays out: the letters of each paragraph, their formats, and where marks begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QFont, QTextCharFormat, QTextLayout

from granview.export.texts.page_content import TextFormat, TextRun
from granview.gui.page_renderer.page_colors import page_color, page_color_over

_STICKING, _LABEL_START, _LABEL_END = "\u00a0", "\u2068", "\u2069\u2009"
"""A label sticks to the letters before it, keeps its own direction, and stands off from what follows."""


@dataclass(frozen=True)
class TextSpan:
    """Where a text_format begins and ends, in UTF-16 units."""

    start: int
    end: int
    text_format: TextFormat


@dataclass(frozen=True)
class PassageText:
    """One paragraph: what is laid out, in UTF-16 units."""

    text: str
    formats: tuple[QTextLayout.FormatRange, ...]
    text_spans: tuple[TextSpan, ...]


def paragraphs_of(runs: Sequence[TextRun], label_font: QFont) -> Iterator[PassageText]:
    """The runs, cut at line ends."""
    line = _Collector(label_font)
    for run in runs:
        first, *others = run.text.split("\n")
        line.add(first, run.text_formats)
        for other in others:
            yield line.made()
            line = _Collector(label_font)
            line.add(other, run.text_formats)
        if run.label:
            line.add_label(run.label, run.text_formats)
    yield line.made()


class _Collector:
    """Collects what stands in one paragraph."""

    def __init__(self, label_font: QFont) -> None:
        self._label_font = label_font
        self._text: list[str] = []
        self._at = 0
        self._formats: list[QTextLayout.FormatRange] = []
        self._text_spans: list[TextSpan] = []

    def add(self, text: str, text_formats: Sequence[TextFormat]) -> None:
        """Letters that text_format the same."""
        start = self._append(text)
        self._mark(start, text_formats)
        if text_formats:
            self._format(start, _format_of(text_formats))

    def add_label(self, label: str, text_formats: Sequence[TextFormat]) -> None:
        """What the span before it is, in small letters."""
        self.add(_STICKING, text_formats)
        start = self._append(f"{_LABEL_START}{label.replace(' ', _STICKING)}{_LABEL_END}")
        self._mark(start, text_formats)
        small = _format_of(text_formats)
        small.setFont(self._label_font)
        self._format(start, small)

    def made(self) -> PassageText:
        """The paragraph."""
        return PassageText("".join(self._text), tuple(self._formats), tuple(self._text_spans))

    def _append(self, text: str) -> int:
        start = self._at
        self._text.append(text)
        self._at += len(text.encode("utf-16-le")) // 2
        return start

    def _mark(self, start: int, text_formats: Sequence[TextFormat]) -> None:
        """One span for each text_format; it goes on where the same one has just ended."""
        for text_format in text_formats if self._at > start else ():
            before = next(
                (one for one in self._text_spans if one.end == start and one.text_format == text_format), None
            )
            if before is not None:
                self._text_spans.remove(before)
            self._text_spans.append(TextSpan(start if before is None else before.start, self._at, text_format))

    def _format(self, start: int, style: QTextCharFormat) -> None:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, self._at - start, style
        self._formats.append(made)


def _format_of(text_formats: Sequence[TextFormat]) -> QTextCharFormat:
    style = QTextCharFormat()
    for text_format in text_formats:
        if text_format.fill:
            style.setForeground(QBrush(page_color_over(text_format.color, text_format.fill)))
        elif not text_format.under and not text_format.about:
            style.setForeground(QBrush(page_color(text_format.color)))
        if text_format.is_struck:
            style.setFontStrikeOut(True)
            style.setForeground(QBrush(page_color("muted")))
    return style
