"""The pictures and texts that decided it."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from granview.core.errors import GranViewError
from granview.export.comparison_pages import ComparisonPages
from granview.export.report.document import Block, Paragraph, PictureRow, SubHeading
from granview.export.report.example_request import Box, ExampleRequest
from granview.export.report.example_selection import Example, Reason, choose_examples
from granview.export.report.numbers import number
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.export.sample_export import SAMPLE_EXPORTS
from granview.report.cached_units import read_task_units
from granview.report.marks import unit_row
from granview.report.task_units import NO_CATEGORY, TaskUnits
from granview.report.verdict.passage import telling_pairs
from granview.tasks.base import GrainAxis

_MOST_LANES: Final = 6
_MOST_BYTES: Final = 24_000_000
"""Pictures of a report take no more than this together."""


def examples_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The examples of each task that has units of two lanes."""
    used = left_out = 0
    for each in source.tasks:
        for block in _of_task(source, each, words):
            used += _bytes(block)
            if used > _MOST_BYTES:
                left_out += isinstance(block, PictureRow)
            else:
                yield block
    if left_out:
        yield Paragraph(words("examples.bounded", n=left_out, mb=_MOST_BYTES // 10**6), "warn")


def _of_task(source: ReportSource, task: TaskSource, words: Words) -> Iterator[Block]:
    units = read_task_units(source.session, task.task.name)
    axis = next((axis for axis in task.task.grain_axes if axis.kind in units.categories.get("kind", ())), None)
    pair = _pair(source, task, units)
    if axis is None or pair is None:
        return
    larger, smaller = pair
    of_kind = units.of_kind(axis.kind)
    marked = _marked(source, of_kind)
    chosen = [*marked, *choose_examples(of_kind, larger, smaller, source.options.n_examples)]
    if not chosen:
        return
    if len(source.tasks) > 1:
        yield SubHeading(words.task(task.task.title))
    yield Paragraph(words("examples.intro", larger=larger, smaller=smaller))
    pages = ComparisonPages(source.session, lanes=_shown_lanes(task, larger, smaller))
    before: Reason | None = None
    for example in chosen:
        if example.reason is not before:
            yield SubHeading(words(f"examples.{example.reason}", larger=larger, smaller=smaller))
        before = example.reason
        yield _block(task, of_kind, example, axis, pages, words)


def _pair(source: ReportSource, task: TaskSource, units: TaskUnits) -> tuple[str, str] | None:
    """The larger and the smaller lane of the pair that the verdict begins with; None without two that have units."""
    for facts in source.verdicts:
        for pair in telling_pairs(facts) if facts.task == task.task.name else ():
            if pair.larger in units.scores and pair.smaller in units.scores:
                return pair.larger, pair.smaller
    return None


def _marked(source: ReportSource, units: TaskUnits) -> list[Example]:
    """The units that a person has marked as important, as many as other examples are wanted."""
    marks = [mark for mark in source.session.marks() if mark.mark == "important" and mark.of.task == units.task]
    rows = (unit_row(units, mark) for mark in marks if mark.unit_kind in units.categories["kind"])
    return [Example(row, Reason.MARKED) for row in rows if row is not None][: max(source.options.n_examples, 0)]


def _shown_lanes(task: TaskSource, larger: str, smaller: str) -> list[str]:
    names = [lane.name for lane in task.contents.lanes]
    kept = {larger, smaller, *[name for name in names if name not in {larger, smaller}][: _MOST_LANES - 2]}
    return [name for name in names if name in kept]


def _block(
    task: TaskSource, units: TaskUnits, example: Example, axis: GrainAxis, pages: ComparisonPages, words: Words
) -> Block:
    sample = units.samples[int(units.sample[example.row])]
    try:
        page = pages.request(sample)
        request = ExampleRequest(
            page,
            _title(units, example.row, axis, words),
            sample,
            _box(units, example.row),
            {lane.name: _score(units, example.row, lane.name, words) for lane in page.lanes},
            task.series,
            words("examples.image"),
            words("examples.reference"),
            words.of_page,
        )
        return SAMPLE_EXPORTS.get(page.sample.kind).example(request)
    except GranViewError as error:
        return Paragraph(words("examples.unreadable", sample=sample, why=str(error)), "warn")


def _title(units: TaskUnits, row: int, axis: GrainAxis, words: Words) -> str:
    """Such as ``granule (region, 2.65 px)``; a kind that is called by its measure alone is not named twice."""
    value = f"{units.columns[axis.column][row]:.3g}"
    place = int(units.columns["class"][row]) if "class" in units.columns else NO_CATEGORY
    name = "" if place == NO_CATEGORY else units.categories["class"][place]
    if axis.unit:
        what = words("examples.measured", kind=words.name(axis.kind), grain=words.amount(value, axis.unit))
    else:
        what = words("colon", name=words.name(axis.title), text=value)
    return words("examples.unit", name=name, what=what) if name else what


def _score(units: TaskUnits, row: int, lane: str, words: Words) -> str:
    value = float(units.scores[lane][row]) if lane in units.scores else float("nan")
    return words("examples.score", score=number(value, 2)) if np.isfinite(value) else words("examples.no_score")


def _box(units: TaskUnits, row: int) -> Box | None:
    """Where the unit lies in its picture; None where it has no place of its own."""
    columns = [units.columns.get(name) for name in ("x", "y", "w", "h")]
    values = [float(column[row]) for column in columns if column is not None]
    if len(values) < 4 or not np.isfinite(values).all() or values[2] <= 0 or values[3] <= 0:
        return None
    return values[0], values[1], values[2], values[3]


def _bytes(block: Block) -> int:
    if not isinstance(block, PictureRow):
        return 0
    return sum(len(cell.picture.data) for cell in block.cells if cell.picture is not None)
