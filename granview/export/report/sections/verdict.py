"""The verdict: what follows from the numbers, in words."""

from collections.abc import Iterator

from granview.export.report.document import Block, Paragraph, SubHeading
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.passage import passage_of


def verdict_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """What follows for each task, and what must be known besides; its numbers stand farther on, pair by pair."""
    if not source.verdicts:
        scored = any(each.headline is not None for each in source.tasks)
        why = words("verdict.one_lane" if scored or not source.tasks else "verdict.unscored")
        yield Paragraph(words("verdict.none", why=why), "warn")
    for facts in source.verdicts:
        if len(source.verdicts) > 1:
            yield SubHeading(words.task(facts.task_title))
        yield from _passage(facts, words)


def _passage(facts: VerdictFacts, words: Words) -> Iterator[Block]:
    passage = passage_of(facts, LANGUAGES[words.code])
    yield from (Paragraph(sentence, "lead") for sentence in passage.headline)
    yield from (Paragraph(caveat, "warn") for caveat in passage.caveats)
