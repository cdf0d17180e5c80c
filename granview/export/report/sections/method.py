"""How the numbers are to be read."""

from collections.abc import Iterator

from granview.analysis.bootstrap_interval import MIN_SAMPLES
from granview.export.report.document import Block, Bullets, Item, Paragraph, SubHeading
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.report.differences import BOOTSTRAP_SEED
from granview.tasks.base import Column

_RESAMPLES = "2,000"


def method_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """What differences and intervals are, and the convention of every metric that is shown."""
    yield Bullets(
        (
            Item(words("method.paired")),
            Item(words("method.interval", n=_RESAMPLES, seed=BOOTSTRAP_SEED, least=MIN_SAMPLES)),
            Item(words("method.holm")),
        )
    )
    items = [Item(column.description, column.title) for column in _shown(source)]
    if items:
        yield SubHeading(words("method.columns"))
        yield Bullets(tuple(items))
    yield from (Paragraph(notice, "warn") for notice in source.contents.notices)


def _shown(source: ReportSource) -> list[Column]:
    """The metrics that some lane has a value of, each once, and the scores of units."""
    rows = [summary.row for each in source.tasks for summary in each.summaries]
    scores = [each.task.unit_score for each in source.tasks]
    shown = [column for column in source.contents.shown_columns(rows) if column.description]
    return list({column.name: column for column in (*shown, *(each for each in scores if each.description))}.values())
