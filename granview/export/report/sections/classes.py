"""The most telling metric of each class, lane by lane."""

from collections.abc import Iterator

from granview.export.report.document import Block, Head, Paragraph, SubHeading, Table, TableCell
from granview.export.report.numbers import number
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.report.class_tables import rows_of
from granview.report.results import Row

_MOST = 40


def classes_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """A table for each task with classes."""
    for each in source.tasks:
        if each.task.class_columns:
            blocks = list(_table(each, words))
            if blocks and len(source.tasks) > 1:
                yield SubHeading(words.task(each.task.title))
            yield from blocks


def _table(source: TaskSource, words: Words) -> Iterator[Block]:
    column, size = source.task.class_columns[0], source.task.class_size
    rows = [row for row in rows_of(source.contents) if row.get(column.name) is not None]
    lanes = [lane.name for lane in source.contents.lanes]
    by_class: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_class.setdefault(str(row["class"]), {})[str(row["lane"])] = row
    if not by_class:
        return
    sizes = {name: _size(own, size.name if size else "") for name, own in by_class.items()}
    ordered = sorted(by_class, key=lambda name: -(sizes[name] or 0.0)) if size else list(by_class)
    heads = [Head(words("classes.class"))]
    if size is not None:
        heads.append(Head(words.name(size.title), True, words.name(size.unit)))
    heads += [Head(lane, True) for lane in lanes]
    cells = []
    for name in ordered[:_MOST]:
        values = [_number(by_class[name].get(lane, {}).get(column.name)) for lane in lanes]
        shown = [number(value, column.digits) for value in values]
        known = [value for value in values if value is not None]
        choose = max if column.better == "higher" else min
        best = number(choose(known), column.digits) if len({*shown}) > 1 and known and column.better else None
        head = [TableCell(name)]
        if size is not None:
            head.append(TableCell(number(sizes[name], size.digits, is_grouped=True)))
        cells.append((*head, *(TableCell(text, text == best) for text in shown)))
    caption = words("classes.caption", metric=words.metric(column), description=words.describe(column.description))
    yield Table(tuple(heads), tuple(cells), caption)
    if len(ordered) > _MOST:
        yield Paragraph(words("classes.more", n=len(ordered) - _MOST), "muted")


def _size(of_lanes: dict[str, Row], name: str) -> float | None:
    return next((_number(row.get(name)) for row in of_lanes.values() if row.get(name) is not None), None)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
