"""From runs to what Qt lays out: the letters of each paragraph, their formats, and where marks begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QFont, QTextCharFormat, QTextLayout

from granview.export.texts.page import Look, Run
from granview.gui.page_renderer.inks import ink, ink_over

_STICKING, _LABEL_START, _LABEL_END = "\u00a0", "\u2068", "\u2069\u2009"
"""A label sticks to the letters before it, keeps its own direction, and stands off from what follows."""


@dataclass(frozen=True)
class Stretch:
    """Where a look begins and ends, in UTF-16 units."""

    start: int
    end: int
    look: Look


@dataclass(frozen=True)
class Letters:
    """One paragraph: what is laid out, in UTF-16 units."""

    text: str
    formats: tuple[QTextLayout.FormatRange, ...]
    stretches: tuple[Stretch, ...]


def paragraphs_of(runs: Sequence[Run], label_font: QFont) -> Iterator[Letters]:
    """The runs, cut at line ends."""
    line = _Collector(label_font)
    for run in runs:
        first, *others = run.text.split("\n")
        line.add(first, run.looks)
        for other in others:
            yield line.made()
            line = _Collector(label_font)
            line.add(other, run.looks)
        if run.label:
            line.add_label(run.label, run.looks)
    yield line.made()


class _Collector:
    """Collects what stands in one paragraph."""

    def __init__(self, label_font: QFont) -> None:
        self._label_font = label_font
        self._text: list[str] = []
        self._at = 0
        self._formats: list[QTextLayout.FormatRange] = []
        self._stretches: list[Stretch] = []

    def add(self, text: str, looks: Sequence[Look]) -> None:
        """Letters that look the same."""
        start = self._append(text)
        self._mark(start, looks)
        if looks:
            self._format(start, _format_of(looks))

    def add_label(self, label: str, looks: Sequence[Look]) -> None:
        """What the stretch before it is, in small letters."""
        self.add(_STICKING, looks)
        start = self._append(f"{_LABEL_START}{label.replace(' ', _STICKING)}{_LABEL_END}")
        self._mark(start, looks)
        small = _format_of(looks)
        small.setFont(self._label_font)
        self._format(start, small)

    def made(self) -> Letters:
        """The paragraph."""
        return Letters("".join(self._text), tuple(self._formats), tuple(self._stretches))

    def _append(self, text: str) -> int:
        start = self._at
        self._text.append(text)
        self._at += len(text.encode("utf-16-le")) // 2
        return start

    def _mark(self, start: int, looks: Sequence[Look]) -> None:
        """One stretch for each look; it goes on where the same one has just ended."""
        for look in looks if self._at > start else ():
            before = next((one for one in self._stretches if one.end == start and one.look == look), None)
            if before is not None:
                self._stretches.remove(before)
            self._stretches.append(Stretch(start if before is None else before.start, self._at, look))

    def _format(self, start: int, style: QTextCharFormat) -> None:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, self._at - start, style
        self._formats.append(made)


def _format_of(looks: Sequence[Look]) -> QTextCharFormat:
    style = QTextCharFormat()
    for look in looks:
        if look.fill:
            style.setForeground(QBrush(ink_over(look.color, look.fill)))
        elif not look.under and not look.about:
            style.setForeground(QBrush(ink(look.color)))
        if look.is_struck:
            style.setFontStrikeOut(True)
            style.setForeground(QBrush(ink("muted")))
    return style
