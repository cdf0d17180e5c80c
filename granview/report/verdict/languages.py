"""The languages that a verdict can be read in, by their codes."""

from typing import Final

from granview.report.verdict.chinese import CHINESE
from granview.report.verdict.english import ENGLISH
from granview.report.verdict.language import Language

LANGUAGES: Final[dict[str, Language]] = {each.code: each for each in map(Language, (ENGLISH, CHINESE))}
