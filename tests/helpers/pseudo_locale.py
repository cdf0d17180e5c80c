"""A language that nobody speaks: every string of the window 40 % longer and accented, to find where there is no room.

What a letter stands in for is still read; what a test finds without accents was never translated.
"""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from granview.gui.language.below import CONTEXTS

LONGER: Final = 0.4
"""How much longer strings are: what translators count with for English strings of usual length."""

_ACCENTS: Final = str.maketrans("aeiouyAEIOUYcnsz", "åéîöüýÅÉÎÖÜÝçñšž")
_FIXED: Final = re.compile(r"(\{[^}]*\}|%n|&.|\n)")


def pseudo(text: str) -> str:
    """A string in the language: places for values, letters for the keyboard and line ends stay as they are."""
    if not text.strip():
        return text
    parts = _FIXED.split(text)
    letters = sum(len(part) for part in parts[::2])
    accented = "".join(part if _FIXED.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    return accented + "~" * math.ceil(letters * LONGER)


class _Pseudo(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        is_qts = context.startswith("Q") and context[1:2].isupper()
        return None if is_qts or context in CONTEXTS else pseudo(text)


@contextmanager
def pseudo_locale(app: QApplication) -> Iterator[None]:
    """Have the application speak it meanwhile."""
    translator = _Pseudo()
    app.installTranslator(translator)
    try:
        yield
    finally:
        app.removeTranslator(translator)
