"""The verdict: what follows from the numbers, in words."""

from collections.abc import Iterator

from granview.export.report.document import Block, Paragraph
from granview.export.report.source import ReportSource
from granview.export.report.words import Words


def verdict_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The passage of each task."""
    if not any(each.others for each in source.tasks):
        yield Paragraph(words("verdict.none", why=words("verdict.one_lane")), "warn")
    elif all(each.headline is None for each in source.tasks):
        yield Paragraph(words("verdict.none", why=words("verdict.unscored")), "warn")
