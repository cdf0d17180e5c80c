"""The window's language: which one, and the translations that Qt takes its words from."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from granview.core.resources import resource_path
from granview.gui.language.below import below_translators
from granview.settings.schema import LANGUAGES, WindowLanguage

ENGLISH: Final[WindowLanguage] = "en"
CHINESE: Final[WindowLanguage] = "zh_CN"


def language_for(wish: WindowLanguage, system: QLocale | None = None) -> WindowLanguage:
    """The language to show.

    Args:
        wish: What the settings say; empty for the system's.
        system: The system's locale.

    Returns:
        The wish, or Chinese on a Chinese system, or English.
    """
    if wish:
        return wish
    spoken = (system or QLocale.system()).language()
    return CHINESE if spoken is QLocale.Language.Chinese else ENGLISH


def asked_language(word: str) -> WindowLanguage:
    """The language that a word of the command line asks for; empty where it asks for none."""
    known = next((code for code in LANGUAGES if code == word), None)
    return known or (language_for("") if word else "")


def locale_for(language: WindowLanguage, system: QLocale | None = None) -> QLocale:
    """How numbers and dates are written: as the system does, if that speaks the language; else as is common in it.

    A system without a locale of its own ("C") writes dates as no reader does: it gets those of British English.
    """
    own = system or QLocale.system()
    if own.language() is QLocale.Language.C and language == ENGLISH:
        return QLocale("en_GB")
    return own if own.language() is QLocale(language).language() else QLocale(language)


def language_names() -> dict[WindowLanguage, str]:
    """Each language by the name that its speakers have for it."""
    return {code: QLocale(code).nativeLanguageName() for code in LANGUAGES}


class Translation:
    """The translations installed in the application: the program's own, and those of Qt's dialogs.

    Attributes:
        language: The language shown now.
    """

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language: WindowLanguage = ENGLISH

    def use(self, language: WindowLanguage) -> None:
        """Take all words from this language from now on, and show numbers and dates as it writes them."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        self.language = language
        QLocale.setDefault(locale_for(language))
        own = str(resource_path("translations") / f"{language}.qm")
        qt = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm"
        for translator in (*below_translators(language), *_loaded(qt, own)):  # Qt asks the last one first
            self._app.installTranslator(translator)
            self._installed.append(translator)


def _loaded(*paths: str) -> list[QTranslator]:
    translators = [(QTranslator(), path) for path in paths]
    return [translator for translator, path in translators if translator.load(path)]
