"""A verdict as Python users read it: facts, and the passage that is made of them."""

from dataclasses import dataclass

from granview.core.errors import ArgumentError
from granview.report.margins import Margins
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.language import Language
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.passage import passage_of, short_form
from granview.report.verdict.plain_text import markdown, plain_text
from granview.report.verdict.session_verdicts import session_verdicts
from granview.store.reader import SessionReader


@dataclass(frozen=True)
class Verdict:
    """What a comparison comes to; ``str()`` of it is the whole passage.

    Attributes:
        facts: Every number that it says, and what is concluded from it.
        language: ``en`` or ``zh``.
    """

    facts: VerdictFacts
    language: str = "en"

    @property
    def short(self) -> str:
        """A sentence or two."""
        return self._words.separator.join(short_form(self.facts, self._words))

    @property
    def markdown(self) -> str:
        """The whole passage in Markdown."""
        passage = passage_of(self.facts, self._words)
        return markdown(passage, f"{passage.headings.verdict}{passage.headings.colon}{self.facts.task_title}")

    def __str__(self) -> str:
        return plain_text(passage_of(self.facts, self._words))

    @property
    def _words(self) -> Language:
        return LANGUAGES[self.language]


def verdict_in(
    session: SessionReader, language: str, task: str | None, against: str | None, margins: Margins
) -> Verdict:
    """See ``Comparison.verdict``.

    Raises:
        ArgumentError: there is no such language, task or lane, or no two lanes do one task.
    """
    if language not in LANGUAGES:
        raise ArgumentError(f"There is no language '{language}'.", f"There are: {', '.join(LANGUAGES)}.")
    verdicts = session_verdicts(session, against, margins)
    chosen = next((facts for facts in verdicts if task in (None, facts.task)), None)
    if chosen is None:
        tasks = ", ".join(facts.task for facts in verdicts) or "none"
        what = "no two lanes of one task" if task is None else f"no two lanes of the task '{task}'"
        raise ArgumentError(f"There are {what}.", f"Tasks with two lanes: {tasks}.")
    return Verdict(chosen, language)
