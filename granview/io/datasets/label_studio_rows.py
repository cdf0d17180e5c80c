"""Label Studio's tasks of texts as rows: spans as entities, choices as classes, what was written as texts.

Its places count the units of UTF-16, as browsers do: where a text has characters that take two, they are counted anew.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from granview.io.datasets.row_items import DamagedRecord, FileRemark, Item, Row
from granview.io.label_studio import LabelTask, Mark, tasks_of
from granview.io.leftovers import counted

_SPANS: Final = ("labels", "hypertextlabels", "paragraphlabels")
_CHOICES: Final = "choices"
_TEXTS: Final = "textarea"
_BEYOND: Final = 0xFFFF


def label_studio_rows(value: Sequence[Mapping[str, Any]]) -> Iterator[Item]:
    """A row for each task, with its data, and ``entities`` and ``label`` where such were marked."""
    tasks = tasks_of(value)
    unmarked = sum(task.marks is None for task in tasks)
    several = sum(task.n_annotations > 1 for task in tasks)
    others: Counter[str] = Counter()
    if unmarked:
        yield FileRemark(f"Nothing was submitted for {counted('tasks', unmarked)}, which have no reference.")
    if several:
        many = counted("tasks", several)
        yield FileRemark(f"Of {many} with several annotations the first that was not cancelled is read.")
    has_spans = any(mark.kind in _SPANS for task in tasks for mark in task.marks or ())
    for index, task in enumerate(tasks):
        yield _row(index, task, has_spans, others)
    if others:
        listed = ", ".join(f"{n:,} of '{kind}'" for kind, n in others.most_common())
        yield FileRemark(f"Marks of other sorts are left alone: {listed}.")


def _row(index: int, task: LabelTask, has_spans: bool, others: Counter[str]) -> Item:
    values = {name: value for name, value in task.data.items() if isinstance(value, str | int | float | list)}
    if not values:
        return DamagedRecord(index + 1, "has no data")
    text = max((each for each in values.values() if isinstance(each, str)), key=len, default="")
    marks = task.marks or ()
    spans = [_span(mark, text) for mark in marks if mark.kind in _SPANS]
    if task.marks is not None and has_spans:
        values["entities"] = [span for span in spans if span is not None]
        others.update("spans without a label or a place" for span in spans if span is None)
    for tag, written in _by_tag(marks, _TEXTS, "text").items():
        values[tag or "target"] = written
    for place, (tag, chosen) in enumerate(_by_tag(marks, _CHOICES, _CHOICES).items()):
        values["label" if not place else tag] = chosen[0] if len(chosen) == 1 else chosen
    others.update(mark.kind for mark in marks if mark.kind not in (*_SPANS, _CHOICES, _TEXTS))
    return Row(index, index + 1, values)


def _by_tag(marks: Sequence[Mark], kind: str, key: str) -> dict[str, list[str]]:
    """What was chosen or written, by the tag that it was marked with."""
    found: dict[str, list[str]] = {}
    for mark in marks:
        value = mark.value.get(key) if mark.kind == kind else None
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list):
            found.setdefault(mark.tag, []).extend(each for each in listed if isinstance(each, str))
    return found


def _span(mark: Mark, text: str) -> dict[str, Any] | None:
    start, end, labels = mark.value.get("start"), mark.value.get("end"), mark.labels
    start, end = (int(each) if isinstance(each, str) and each.isdecimal() else each for each in (start, end))
    if not isinstance(start, int) or not isinstance(end, int) or not labels:
        return None
    if any(ord(character) > _BEYOND for character in text):
        start, end = (_code_points(text, each) for each in (start, end))
    span = {"start": start, "end": end, "label": labels[0]}
    covered = mark.value.get("text")
    return span | ({"text": covered} if isinstance(covered, str) else {})


def _code_points(text: str, units: int) -> int:
    """The place in code points of a place in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
