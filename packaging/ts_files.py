"""Qt's ``.ts`` files: read and written without line numbers and in order, so that changes to them are small."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from translatable_strings import Source

_HEAD: Final = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
"""


@dataclass(frozen=True)
class Translated:
    """A translation.

    Attributes:
        forms: One form, or one for each grammatical number of the language.
    """

    forms: tuple[str, ...]

    @property
    def is_finished(self) -> bool:
        """Whether there are words in every form."""
        return all(self.forms) and bool(self.forms)


Translations = dict[Source, Translated]


def read_ts(path: Path) -> Translations:
    """What a file translates; nothing where there is none.

    Raises:
        ValueError: it is no file of translations.
    """
    if not path.exists():
        return {}
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path} is no file of translations: {error}") from error
    found: Translations = {}
    for context in root.iter("context"):
        for message in context.iter("message"):
            source = Source(
                context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes"
            )
            found[source] = _translated(message)
    return found


def ts_text(language: str, translations: Translations) -> str:
    """The file's text, contexts and messages in order."""
    lines = [_HEAD.format(language=language)]
    for context in sorted({source.context for source in translations}):
        lines.append(f"<context>\n    <name>{escape(context)}</name>\n")
        of_context = sorted(source for source in translations if source.context == context)
        lines += [_message(source, translations[source]) for source in of_context]
        lines.append("</context>\n")
    return "".join([*lines, "</TS>\n"])


def _translated(message: ElementTree.Element) -> Translated:
    translation = message.find("translation")
    if translation is None:
        return Translated(("",))
    forms = translation.findall("numerusform")
    return Translated(tuple(form.text or "" for form in forms) if forms else (translation.text or "",))


def _message(source: Source, translated: Translated) -> str:
    state = "" if translated.is_finished else ' type="unfinished"'
    if source.is_plural:
        forms = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in translated.forms)
        body = f"<translation{state}>{forms}\n        </translation>"
    else:
        body = f"<translation{state}>{escape(translated.forms[0])}</translation>"
    number = ' numerus="yes"' if source.is_plural else ""
    return f"    <message{number}>\n        <source>{escape(source.text)}</source>\n        {body}\n    </message>\n"
