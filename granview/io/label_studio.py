"""Label Studio's exports: tasks with what people have marked in them, as JSON and as JSON-MIN.

See "Label Studio task format" in its documentation. Of several annotations of a task, the first that was not cancelled
counts; predictions of models are not read. JSON-MIN has what was marked beside the data, under the names of the tags.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from granview.io.picture_names import picture_suffixes

_MIN_KEYS: Final = frozenset({"annotation_id", "annotator", "lead_time"})
_PREFIX: Final = re.compile(r"[0-9a-f]{8}-(?=.)")
_TRIED: Final = 20
_LABELS: Final = "labels"


@dataclass(frozen=True)
class Mark:
    """One thing that somebody marked.

    Attributes:
        kind: What it is, in lower case, such as ``rectanglelabels``, ``choices``, ``labels``.
        tag: The name of the tag that it was marked with.
        value: Where it is and what it says, as Label Studio writes it.
        size: (height, width) in px of the picture; (0, 0) where it does not say.
        is_turned: Whether the picture was turned in the tool.
    """

    kind: str
    tag: str
    value: Mapping[str, Any]
    size: tuple[int, int]
    is_turned: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Its classes."""
        listed = self.value.get(self.kind, self.value.get(_LABELS))
        return tuple(each for each in listed if isinstance(each, str)) if isinstance(listed, list) else ()


@dataclass(frozen=True)
class LabelTask:
    """A task.

    Attributes:
        data: What was marked, by name.
        marks: What somebody marked; None where nobody has, or only cancelled it.
        n_annotations: How many annotations it has that were not cancelled.
    """

    data: Mapping[str, Any]
    marks: tuple[Mark, ...] | None
    n_annotations: int

    @property
    def picture(self) -> str:
        """The name of its picture, perhaps with folders; empty where it has none."""
        return next((name for value in self.data.values() if (name := _picture_name(value))), "")


def is_label_studio(value: Any) -> bool:
    """Whether a JSON value is an export of Label Studio's."""
    if not isinstance(value, list) or not value or not all(isinstance(task, Mapping) for task in value[:_TRIED]):
        return False
    return all(_is_task(task) for task in value[:_TRIED]) or _is_min(value)


def tasks_of(value: Sequence[Mapping[str, Any]]) -> list[LabelTask]:
    """The tasks of an export."""
    read = _full_task if all(_is_task(task) for task in value[:_TRIED]) else _min_task
    return [read(task) for task in value if isinstance(task, Mapping)]


def plain_picture_name(name: str) -> str:
    """A picture's name without the eight digits that Label Studio puts before what is uploaded."""
    return _PREFIX.sub("", name)


def _is_task(task: Mapping[str, Any]) -> bool:
    return isinstance(task.get("data"), Mapping) and isinstance(_annotations(task), list)


def _is_min(value: Sequence[Mapping[str, Any]]) -> bool:
    return all(_MIN_KEYS & task.keys() for task in value[:_TRIED])


def _annotations(task: Mapping[str, Any]) -> Any:
    return task.get("annotations", task.get("completions"))


def _full_task(task: Mapping[str, Any]) -> LabelTask:
    data, annotations = task.get("data"), _annotations(task)
    listed = annotations if isinstance(annotations, list) else []
    valid = [each for each in listed if isinstance(each, Mapping) and not each.get("was_cancelled")]
    result = valid[0].get("result") if valid else None
    marks = tuple(_marks(result)) if isinstance(result, list) else None
    return LabelTask(data if isinstance(data, Mapping) else {}, marks, len(valid))


def _marks(result: Sequence[Any]) -> list[Mark]:
    """What was marked; a shape and its class may be two entries of one id."""
    entries = [each for each in result if isinstance(each, Mapping)]
    named = {each.get("id"): _value(each) for each in entries if each.get("type") == _LABELS}
    marks = []
    for each in entries:
        kind = str(each.get("type", "")).lower()
        value = _value(each)
        is_of_shape = kind == _LABELS and "start" not in value
        if is_of_shape:
            continue
        classes = named.get(each.get("id"), {}).get(_LABELS)
        if classes is not None and kind != _LABELS:
            value = {**value, kind: classes}
        marks.append(_mark(kind, str(each.get("from_name", "")), value, each))
    return marks


def _value(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where a mark is and what it says; nothing of a relation between marks."""
    value = entry.get("value")
    return value if isinstance(value, Mapping) else {}


def _mark(kind: str, tag: str, value: Mapping[str, Any], stated: Mapping[str, Any]) -> Mark:
    sides = [stated.get(f"original_{side}") for side in ("height", "width")]
    known = all(isinstance(side, int) and side > 0 for side in sides)
    size = (int(sides[0] or 0), int(sides[1] or 0)) if known else (0, 0)
    return Mark(kind, tag, value, size, bool(stated.get("image_rotation")))


def _min_task(task: Mapping[str, Any]) -> LabelTask:
    marks: list[Mark] = []
    for tag, value in task.items():
        if isinstance(value, Mapping) and isinstance(value.get("choices"), list):
            marks.append(_mark("choices", tag, value, {}))
        for each in value if isinstance(value, list) else ():
            kind = (
                next((key for key in each if str(key).endswith(_LABELS)), None) if isinstance(each, Mapping) else None
            )
            if kind is not None:
                marks.append(_mark(str(kind), tag, each, each))
    tags = {mark.tag for mark in marks}
    return LabelTask({name: value for name, value in task.items() if name not in tags}, tuple(marks), 1)


def _picture_name(value: Any) -> str:
    """The name in a path or address of a picture; empty where it is none."""
    if not isinstance(value, str) or "\n" in value:
        return ""
    try:
        parts = urlsplit(value.replace("\\", "/"))
    except ValueError:
        return ""
    local = parse_qs(parts.query).get("d", [""])[0]
    name = unquote(local or parts.path)
    return name.lstrip("/") if name.lower().endswith(picture_suffixes()) else ""
