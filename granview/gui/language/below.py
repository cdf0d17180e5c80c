"""Words that come from below the window, in the window's language.

What a task, a metric or a parameter is called, what is explained of it, and what a notice or an error says is declared
where it belongs, in English. ``localized`` is the border: what goes through it is shown in the window's language.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

SENTENCES: Final = "Sentences"
HEADS: Final = "Heads"

CONTEXTS: Final = frozenset(
    {
        *(SENTENCES, HEADS, "Columns", "TaskParams", "ModelWords", "OtherModel", "Galleries", "Doubts", "Variants"),
        *("Estimand", "Metrics", "Grain"),
    }
)
"""Under which the window asks for words that it has not declared itself."""


def localized(text: str) -> str:
    """A text of the lower layers in the window's language; as it is where nobody has translated it."""
    return QCoreApplication.translate(SENTENCES, text) if text else text


def localized_lines(text: str) -> str:
    """The same of each line of a text."""
    return "\n".join(map(localized, text.split("\n")))


def localized_head(name: str) -> str:
    """A name for the head of a column, such as a metric's."""
    return QCoreApplication.translate(HEADS, name) if name else name


class ChineseBelow(QTranslator):
    """Asked by Qt for what no file of translations has. Its tables are loaded with the first such question."""

    def isEmpty(self) -> bool:
        """It has translations, though not in a file."""
        return False

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        """The Chinese text; None where it is not known."""
        if context not in CONTEXTS:
            return None
        from granview.gui.language.chinese.lookup import in_chinese, short_in_chinese

        found = short_in_chinese(text) if context == HEADS else in_chinese(text)
        return None if found == text else found


def below_translators(language: str, parent: QObject | None = None) -> list[QTranslator]:
    """What translates the words from below into a language; nothing for English, in which they are written."""
    return [ChineseBelow(parent)] if language == "zh_CN" else []
