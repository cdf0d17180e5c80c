"""What each lane has over one of them, with intervals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from granview.analysis.holm import holm
from granview.analysis.no_interval import NoInterval
from granview.analysis.paired_bootstrap import PairedDifference
from granview.export.report.document import Block, Figure, Head, Paragraph, SubHeading, Table, TableCell
from granview.export.report.numbers import interval, number, p_text, signed
from granview.export.report.plots.forest import ForestRow, forest
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.report.differences import difference_of
from granview.tasks.base import Column

_LEVEL = 0.05


def resamples_for(n_compared: int) -> int:
    """How often samples are drawn anew, so that a p-value can still be small after its correction."""
    return max(2000, 100 * n_compared)


@dataclass(frozen=True)
class _Row:
    lane: str
    column: Column
    difference: PairedDifference
    p_holm: float | None

    @property
    def is_shown(self) -> bool:
        return self.p_holm is not None and self.p_holm <= _LEVEL

    @property
    def is_better(self) -> bool:
        return self.is_shown and ((self.difference.mean or 0.0) > 0) == (self.column.better == "higher")


def differences_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """A forest plot of the headline metric and a table of all for each task that has something to compare."""
    for each in source.tasks:
        rows = _rows(each)
        if not rows:
            continue
        if len(source.tasks) > 1:
            yield SubHeading(words.task(each.task.title))
        yield Paragraph(words("differences.intro", against=each.against, n=len(rows)))
        headline = [row for row in rows if each.headline is not None and row.column.name == each.headline.name]
        if headline:
            yield _figure(each, headline, words)
        yield _table(each, rows, words)


def _rows(source: TaskSource) -> list[_Row]:
    found: list[tuple[str, Column, PairedDifference]] = []
    compared = len(source.others) * sum(bool(each.better) and not each.is_further for each in source.task.columns)
    for lane in source.others:
        difference = difference_of(source.contents, lane, source.against, resamples_for(compared))
        for column in source.task.columns:
            each = difference.metrics.get(column.name)
            if each is not None and each.mean is not None and not column.is_further:
                found.append((lane, column, each))
    corrected = holm([each.p_value for _, _, each in found])
    return [_Row(*each, p_value) for each, p_value in zip(found, corrected, strict=True)]


def _figure(source: TaskSource, rows: Sequence[_Row], words: Words) -> Figure:
    column = rows[0].column
    metric = words.metric(column)
    ends = [words("differences.lower"), words("differences.higher")]
    good = 1 if column.better == "higher" else 0
    ends[good] += f" = {words('differences.yes_better')}"
    drawn = [
        ForestRow(
            row.lane,
            source.series[row.lane],
            row.difference.mean or 0.0,
            row.difference.low,
            row.difference.high,
            _numbers(row, words),
            row.is_shown,
        )
        for row in rows
    ]
    axis = words.with_unit(words("differences.axis", metric=words.name(column.title)), column.unit)
    told = words("semicolon").join(words("colon", name=row.name, text=row.words) for row in drawn)
    caption = words("differences.figure", metric=metric, against=source.against)
    return Figure(
        forest(drawn, axis, f"← {ends[0]}", f"{ends[1]} →"), caption, words("sentences", first=caption, second=told)
    )


def _numbers(row: _Row, words: Words) -> str:
    each, digits = row.difference, row.column.digits
    ends = words(f"differences.{_finding(row)}") if each.low is None else f"[{interval(each.low, each.high, digits)}]"
    return f"{signed(each.mean, digits)}  {ends}"


def _table(source: TaskSource, rows: Sequence[_Row], words: Words) -> Table:
    heads = (
        Head(words("lanes.lane")),
        Head(words("differences.metric")),
        Head(words("differences.value"), True),
        Head(source.against, True),
        Head(words("differences.difference"), True),
        Head(words("differences.interval"), True),
        Head("n", True),
        Head(words("differences.p"), True),
        Head(words("differences.found")),
    )
    caption = words("differences.caption", better=words("differences.better") + (" " if words.code == "en" else ""))
    return Table(heads, tuple(_cells(source, row, words) for row in rows), caption.replace("  ", " "))


def _cells(source: TaskSource, row: _Row, words: Words) -> tuple[TableCell, ...]:
    each, digits = row.difference, row.column.digits
    return (
        TableCell(row.lane, swatch=source.series[row.lane]),
        TableCell(words.metric(row.column)),
        TableCell(number(each.a, digits)),
        TableCell(number(each.b, digits)),
        TableCell(signed(each.mean, digits), row.is_better),
        TableCell(interval(each.low, each.high, digits)),
        TableCell(f"{each.n:,}"),
        TableCell(p_text(row.p_holm)),
        TableCell(words(f"differences.{_finding(row)}"), row.is_shown),
    )


_WITHOUT_INTERVAL: Final[Mapping[NoInterval, str]] = {
    NoInterval.FEW: "few",
    NoInterval.FEW_DIFFER: "few_differ",
    NoInterval.UNDEFINED: "few_differ",
    NoInterval.SAME: "same",
    NoInterval.BY_OUTCOME: "by_outcome",
    NoInterval.BIASED: "biased",
    NoInterval.OTHER_TOKENS: "other_tokens",
}


def _finding(row: _Row) -> str:
    why = row.difference.why_none
    if why is not None and why is not NoInterval.ALIKE:
        return _WITHOUT_INTERVAL[why]
    if not row.is_shown:
        return "no"
    return "yes_better" if row.is_better else "yes_worse"
