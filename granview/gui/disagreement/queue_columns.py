"""The columns of the queue: what stands in each, and what it is ordered by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from granview.core.mark import UnitId
from granview.core.task_trait import traits_of
from granview.gui.language.below import localized
from granview.gui.session.session_marks import SessionMarks
from granview.gui.slices.slice_words import mark_title
from granview.gui.widgets.number_format import NO_VALUE, fixed, signed, significant
from granview.gui.widgets.table import Tone
from granview.report.disagreement import CONFIDENCE_OF, Disagreement, SortKey, differences, sureness
from granview.report.task_units import CLASS_BY, NO_CATEGORY
from granview.tasks.base import TASKS

translate = QCoreApplication.translate

Rows = NDArray[np.int32]

_DIGITS: Final = 3


@dataclass(frozen=True)
class QueueColumn:
    """A column.

    Attributes:
        title: Its head.
        tip: What it is.
        text: What stands in a row of ``Disagreement.units``.
        tone: Its colour there; None for that of text.
        sort_by: What the queue is ordered by at a click on the head; None: by nothing.
        is_number: Whether it stands on the right.
        head: Its head in a file, where the title alone would be another column's too; empty: the title.
        values: Of (k,) rows, what is written of each; None: their texts.
    """

    title: str
    tip: str
    text: Callable[[int], str]
    tone: Callable[[int], Tone | None] = lambda _: None
    sort_by: SortKey | None = None
    is_number: bool = False
    head: str = ""
    values: Callable[[Rows], Sequence[str | float | None]] | None = None

    def values_of(self, rows: Rows) -> Sequence[str | float | None]:
        """What is written of (k,) rows: numbers as they are, None where there is none."""
        return [self.text(int(row)) for row in rows] if self.values is None else self.values(rows)


def queue_columns(compared: Disagreement, marks: SessionMarks) -> tuple[QueueColumn, ...]:
    """Those that the units have."""
    first, second = compared.first, compared.second
    lead = translate("Queue", "Score of {second} less that of {first}").format(first=first, second=second)
    return (
        QueueColumn(
            translate("Queue", "Sample"), translate("Queue", "Where the unit is"), _sample(compared), sort_by="sample"
        ),
        *_class(compared),
        _grain(compared),
        _score(compared, first, "first"),
        *_taken_for(compared, first),
        _score(compared, second, "second"),
        *_taken_for(compared, second),
        QueueColumn(
            translate("Queue", "Difference"),
            lead,
            lambda row: signed(float(differences(compared, np.array([row], np.int32))[0]), _DIGITS),
            sort_by="difference",
            is_number=True,
            values=lambda rows: numbers(compared.units.scores[second][rows] - compared.units.scores[first][rows]),
        ),
        *_sure(compared),
        QueueColumn(translate("Queue", "Mark"), translate("Queue", "What is thought of it"), _mark(compared, marks)),
    )


def _sample(compared: Disagreement) -> Callable[[int], str]:
    units = compared.units
    return lambda row: units.samples[int(units.sample[row])]


def _category(compared: Disagreement, column: str, row: int) -> str:
    place = int(compared.units.columns[column][row])
    return "–" if place == NO_CATEGORY else compared.units.categories[column][place]


def _categories(compared: Disagreement, column: str, rows: Rows) -> list[str]:
    """As they are written: empty where there is none."""
    names = (*compared.units.categories[column], "")
    return [names[place] for place in compared.units.columns[column][rows]]


def _class(compared: Disagreement) -> tuple[QueueColumn, ...]:
    if "class" not in compared.units.columns:
        return ()
    tip = translate("Queue", "Its class in the reference")
    title = translate("Queue", "Class")
    values = partial(_categories, compared, "class")
    return (QueueColumn(title, tip, lambda row: _category(compared, "class", row), sort_by="class", values=values),)


def _grain(compared: Disagreement) -> QueueColumn:
    axes = TASKS.get(compared.units.task).grain_axes if compared.units.task in TASKS else ()
    axis = next((each for each in axes if each.kind == compared.kind), None)
    title = translate("Queue", "Grain") if axis is None else ", ".join(filter(None, (localized(axis.title), axis.unit)))
    grain = compared.units.columns["grain"]
    return QueueColumn(
        title,
        translate("Queue", "The size of the unit"),
        lambda row: significant(None if np.isnan(grain[row]) else float(grain[row])),
        sort_by="grain",
        is_number=True,
        values=lambda rows: numbers(grain[rows]),
    )


def _score(compared: Disagreement, lane: str, key: SortKey) -> QueueColumn:
    score, right_above = compared.units.scores[lane], traits_of(compared.units.task).right_above

    def tone(row: int) -> Tone | None:
        return None if right_above is None else Tone.GOOD if score[row] > right_above else Tone.BAD

    task = TASKS.get(compared.units.task) if compared.units.task in TASKS else None
    tip = "" if task is None else translate("Columns", task.unit_score.description)
    return QueueColumn(
        lane,
        tip,
        lambda row: fixed(float(score[row]), _DIGITS),
        tone,
        key,
        is_number=True,
        values=lambda rows: numbers(score[rows]),
    )


def _taken_for(compared: Disagreement, lane: str) -> tuple[QueueColumn, ...]:
    column = f"{CLASS_BY}{lane}"
    if column not in compared.units.columns:
        return ()
    tip = translate("Queue", "What {lane} took it for").format(lane=lane)
    title, head = translate("Queue", "as"), translate("Queue", "{lane} as").format(lane=lane)
    values = partial(_categories, compared, column)
    return (QueueColumn(title, tip, lambda row: _category(compared, column, row), head=head, values=values),)


def _sure(compared: Disagreement) -> tuple[QueueColumn, ...]:
    known = [f"{CONFIDENCE_OF}{lane}" in compared.units.columns for lane in (compared.first, compared.second)]
    if not any(known):
        return ()

    def text(row: int) -> str:
        sure = float(sureness(compared, np.array([row], np.int32))[0])
        return NO_VALUE if np.isnan(sure) else fixed(sure, 2)

    tip = translate("Queue", "Confidence of the lane that is wrong, or of the surer of two that are")
    title = translate("Queue", "Sure")
    values = partial(_sureness_of, compared)
    return (QueueColumn(title, tip, text, sort_by="sure", is_number=True, values=values),)


def _sureness_of(compared: Disagreement, rows: Rows) -> list[float | None]:
    """Of rows in any order: it is known of growing ones."""
    order = np.argsort(rows)
    sure = np.empty(len(rows), np.float32)
    sure[order] = sureness(compared, rows[order])
    return numbers(sure)


def numbers(values: NDArray[np.floating]) -> list[float | None]:
    """Floats with the digits that a float32 has; None for NaN."""
    return [None if np.isnan(value) else float(str(value)) for value in values]


def file_columns(compared: Disagreement, marks: SessionMarks) -> tuple[QueueColumn, ...]:
    """Those that a file has: which unit of its sample each is too, as in ``units.csv``."""
    places = compared.units.place
    unit = QueueColumn(
        translate("Queue", "Unit"),
        translate("Queue", "Which of its sample, as in units.csv"),
        lambda row: str(int(places[row])),
        values=lambda rows: places[rows].tolist(),
    )
    sample, *rest = queue_columns(compared, marks)
    return (sample, unit, *rest)


def _mark(compared: Disagreement, marks: SessionMarks) -> Callable[[int], str]:
    units = compared.units

    def text(row: int) -> str:
        sample = units.samples[int(units.sample[row])]
        mark = marks.of(UnitId(sample, units.task, int(units.place[row]))) or marks.of(UnitId(sample))
        if mark is None:
            return ""
        return f"{mark_title(mark.mark)}: {mark.note}" if mark.note else mark_title(mark.mark)

    return text
