"""How the numbers are to be read."""

from collections.abc import Iterator

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES
from granview.export.report.document import Block, Bullets, Facts, Item, Paragraph, SubHeading
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.report.differences import BOOTSTRAP_SEED
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.passage import passage_of
from granview.tasks.base import Column


def method_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """What differences and intervals are, and the convention of every metric that is shown."""
    language = LANGUAGES[words.code]
    told = [sentence for facts in source.verdicts for sentence in passage_of(facts, language).method]
    yield Bullets(
        (
            Item(words("method.paired")),
            Item(words("method.interval", seed=BOOTSTRAP_SEED, least=MIN_SAMPLES, different=MIN_DIFFERENT)),
            Item(words("method.holm")),
            *map(Item, dict.fromkeys(told)),
        )
    )
    rows = tuple((words.name(column.title), words.describe(column.description)) for column in _shown(source))
    if rows:
        yield SubHeading(words("method.columns"))
        yield Facts(rows)
    yield from (Paragraph(words.of_page(notice), "warn") for notice in source.contents.notices)


def _shown(source: ReportSource) -> list[Column]:
    """The metrics that some lane has a value of, each once, and the scores of units."""
    rows = [summary.row for each in source.tasks for summary in each.summaries]
    scores = [each.task.unit_score for each in source.tasks]
    shown = [column for column in source.contents.shown_columns(rows) if column.description]
    return list({column.name: column for column in (*shown, *(each for each in scores if each.description))}.values())
