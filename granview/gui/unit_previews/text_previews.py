"""A unit of a text with the words about it, itself in bold; a unit that is the whole text is its beginning."""

from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import QObject

from granview.core.sample import Sample
from granview.gui.model.focus import UnitPlace
from granview.gui.services import Services
from granview.gui.session.unit_shower import read_extent
from granview.gui.unit_previews.unit_previews import UnitPreviews
from granview.gui.widgets.text_preview import one_line
from granview.store.session import Session

_ABOUT: Final = 36
"""Characters before and after a unit."""

_MOST: Final = 120
"""Characters of a unit, or of a text without one."""


class TextPreviews(UnitPreviews):
    """Reads the sample's text on a thread of the session's."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = services.document

    def _begin(self, unit: UnitPlace, sample: Sample) -> None:
        self._document.read(
            partial(_read, unit=unit, sample=sample), partial(self._keep, unit), lambda _: self._keep(unit, "")
        )


def _read(session: Session, unit: UnitPlace, sample: Sample) -> str:
    from granview.gui.model.opened_text import open_text

    return excerpt_html(open_text(sample).text, read_extent(session, unit).span)


def excerpt_html(text: str, span: tuple[int, int] | None) -> str:
    """Words about a span, which is bold; what is left out stands as an ellipsis.

    Args:
        text: The whole text.
        span: Start and end in code points; None: the whole text is meant.
    """
    if span is None or not 0 <= span[0] < span[1] <= len(text):
        return escape(one_line(text, _MOST)) + ("…" if len(text) > _MOST else "")
    start, end = span
    before, after = text[max(start - _ABOUT, 0) : start], text[end : end + _ABOUT]
    return "".join(
        (
            "…" if start > _ABOUT else "",
            escape(_joined(before)),
            f"<b><u>{escape(one_line(text[start:end], _MOST))}</u></b>",
            "…" if end - start > _MOST else "",
            escape(_joined(after)),
            "…" if end + _ABOUT < len(text) else "",
        )
    )


def _joined(part: str) -> str:
    """In one line, with a space at an end where there was room between words."""
    left, right = part[:1].isspace(), part[-1:].isspace()
    line = one_line(part)
    return f"{' ' if left else ''}{line}{' ' if right and line else ''}"
