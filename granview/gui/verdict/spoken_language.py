"""The language that verdicts are said in."""

from PySide6.QtCore import QLocale

from granview.report.verdict.language import Language
from granview.report.verdict.languages import LANGUAGES
from granview.settings import Settings


def spoken_language(settings: Settings) -> Language:
    """The one that the user chose; else that of the desktop, where there are verdicts in it, else English."""
    is_chinese = QLocale().language() == QLocale.Language.Chinese
    return LANGUAGES[settings.verdict_language or ("zh" if is_chinese else "en")]
