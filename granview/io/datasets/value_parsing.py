"""What a value of a data set means as a part of a sample; every way in which data sets are known to write it."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import JsonError, parse_json
from granview.core.text import Case, Span

_LABEL_KEYS: Final = ("label", "type", "tag", "entity_group", "entity", "category")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MAX_DIGITS: Final = 18
_WHOLE: Final = re.compile(r"[0-9]{1,18}\.0+")
_PLACE_KEYS: Final = (("start", "start_offset", "startOffset"), ("end", "end_offset", "endOffset"))
_COVERED_KEYS: Final = ("text", "word", "surface", "value")


def well_formed_text(text: str) -> str:
    """A text with each lone surrogate as U+FFFD: what is known of a sample is stored as strict UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def is_class_index(text: Any) -> bool:
    """Whether a text is a whole number, of no more digits than any number of a class has."""
    return isinstance(text, str) and text.isdecimal() and len(text) <= _MAX_DIGITS


def _is_missing(value: Any) -> bool:
    """Whether there is no value; NaN is how many programs write that."""
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def as_text(value: Any, what: str) -> str:
    """A text, or a number as one.

    Raises:
        InputError: it is missing, empty, or neither.
    """
    if isinstance(value, str) and value:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and not _is_missing(value):
        return str(value)
    raise InputError(f"has no {what}" if _is_missing(value) else f"has a {what} that is no text")


def is_unknown_label(value: Any) -> bool:
    """Whether a number of a class is the one that stands for "not known"."""
    return value in (-1, "-1", "-1.0")


def as_labels(value: Any, names: Sequence[str] | None) -> tuple[str, ...] | None:
    """Class names from a name, a number, or a list of them; None where there is none.

    Args:
        value: A number is a class index where there are names, and -1 means "not known", as in GLUE's test sets.
        names: The classes in index order, or None: a number is its own name.

    Raises:
        InputError: it is no class, or an index that has no name.
    """
    if _is_missing(value) or (names is not None and is_unknown_label(value)):
        return None
    if isinstance(value, str) and value[:1] == "[":
        value = _parsed(value)
    if isinstance(value, list | tuple):
        return tuple(_label(each, names) for each in value)
    return (_label(value, names),)


def split_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """Classes, each once; several in one cell stand between ``;`` or ``|``."""
    words = (word.strip() for label in labels for word in label.replace("|", ";").split(";"))
    return tuple(dict.fromkeys(word for word in words if word))


def as_entities(value: Any, text: str) -> tuple[Span, ...] | None:
    """Entities from objects with start, end and label, or from lists of the three; None where nothing is known.

    Raises:
        InputError: one of them does not lie in the text, or is not what the text has there.
    """
    if isinstance(value, str) and value[:1] == "[":
        value = _parsed(value)
    if value is None or value == "":
        return None
    if not isinstance(value, list | tuple):
        raise InputError("has entities that are no list")
    return tuple(sorted((_span(each, text) for each in value), key=lambda span: (span.start, span.end)))


def are_spans(value: Any) -> bool:
    """Whether a value is a list of entities, each a list of start, end and label or an object; not an empty one."""
    if not isinstance(value, list) or not value:
        return False
    parts = [_span_parts(each) for each in value]
    return all(isinstance(start, int) and isinstance(end, int) for start, end, _, _ in parts)


def span_labels(value: Any) -> tuple[str, ...]:
    """The labels of entities, in whatever way they are written; of what is no entity, none."""
    if isinstance(value, str) and value[:1] == "[":
        value = _parsed(value)
    labels = [_span_parts(each)[2] for each in value] if isinstance(value, list | tuple) else []
    return tuple(well_formed_text(label) for label in labels if isinstance(label, str))


def as_answers(value: Any, context: str) -> tuple[tuple[str, ...] | None, str]:
    """The answers of a question, each once, and words about one that is not where it is said to be.

    Args:
        value: SQuAD's list of objects with ``text`` and ``answer_start``, the same as columns, texts, or one text.
        context: In which they stand.

    Raises:
        InputError: they are none of these.
    """
    if value is None:
        return None, ""
    answers, words = [], ""
    for text, start in _answers(value):
        if not isinstance(text, str):
            raise InputError("has an answer that is no text")
        if isinstance(start, int) and context[start : start + len(text)] != text:
            words = words or f"has an answer that does not stand at character {start}: {_short(text)}"
        elif text not in context:
            words = words or f"has an answer that does not stand in its context: {_short(text)}"
        answers.append(well_formed_text(text))
    return tuple(dict.fromkeys(answers)), words


def as_targets(value: Any) -> tuple[str, ...] | None:
    """The texts that are right, from one or a list of them; None where there is none.

    Raises:
        InputError: one is no text.
    """
    if _is_missing(value) or value == []:
        return None
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(well_formed_text(as_text(each, "target")) for each in values)


def as_cases(value: Any) -> tuple[Case, ...] | None:
    """What code must compute, from objects with ``variables`` and ``value``; None where there is none.

    Raises:
        InputError: one is no such object.
    """
    if not value:
        return None
    if not isinstance(value, list) or not all(_is_case(each) for each in value):
        raise InputError("has cases that are not objects with 'variables' and 'value'")
    cases = tuple(Case(dict(each["variables"]), each["value"]) for each in value)
    try:
        msgspec.msgpack.encode(cases)
    except (OverflowError, UnicodeEncodeError) as error:
        raise InputError("has cases with a number beyond 64 bits or a text that is not valid") from error
    return cases


def as_grain(value: Any) -> float | None:
    """A finite number, or None where there is none.

    Raises:
        InputError: it is no number.
    """
    if value is None or value == "":
        return None
    try:
        grain = float(value)
    except (TypeError, ValueError, OverflowError):
        grain = math.nan
    if not math.isfinite(grain):
        raise InputError(f"has a grain that is no number: {_short(value)}")
    return grain


def as_identifier(value: Any) -> str | None:
    """An identifier as a string, or None where there is none."""
    return None if value in (None, "") or not isinstance(value, str | int) else str(value)


def _label(value: Any, names: Sequence[str] | None) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        if isinstance(value, bool):
            return str(value).lower() if not names else _label(int(value), names)
        raise InputError(f"has a label that is no name and no number: {_short(value)}")
    if isinstance(value, str) and names is not None and _WHOLE.fullmatch(value):
        value = value.partition(".")[0]
    if names is not None and (isinstance(value, int) or is_class_index(value)):
        index = int(value)
        if not 0 <= index < len(names):
            raise InputError(f"has the label {index}, but there are {len(names)} names")
        return names[index]
    return well_formed_text(str(value).strip())


def _span(value: Any, text: str) -> Span:
    start, end, label, covered = _span_parts(value)
    if not isinstance(start, int) or not isinstance(end, int) or not isinstance(label, str):
        raise InputError(f"has an entity without start, end and label: {_short(value)}")
    if not 0 <= start < end <= len(text):
        raise InputError(f"has an entity from {start} to {end}, but {len(text)} characters")
    if isinstance(covered, str) and covered and text[start:end] != covered:
        raise InputError(f"has {_short(text[start:end])} from {start} to {end}, not the entity {_short(covered)}")
    return Span(start, end, well_formed_text(label))


def _span_parts(value: Any) -> tuple[Any, Any, Any, Any]:
    if isinstance(value, Mapping):
        label = next((value[key] for key in _LABEL_KEYS if key in value), None)
        covered = next((value[key] for key in _COVERED_KEYS if key in value), None)
        start, end = (next((value[key] for key in keys if key in value), None) for keys in _PLACE_KEYS)
        return start, end, label, covered
    if isinstance(value, list | tuple) and len(value) == 3:
        return value[0], value[1], value[2], None
    return None, None, None, None


def _answers(value: Any) -> list[tuple[Any, Any]]:
    """Pairs of text and start, which is None where it is not said."""
    if isinstance(value, str):
        return [(value, None)] if value else []
    if isinstance(value, Mapping):
        texts, starts = value.get("text"), value.get("answer_start")
        if not isinstance(texts, list):
            return [(texts, starts)]
        known = starts if isinstance(starts, list) and len(starts) == len(texts) else [None] * len(texts)
        return list(zip(texts, known, strict=True))
    if not isinstance(value, list | tuple):
        raise InputError("has answers that are no list")
    return [
        (each.get("text"), each.get("answer_start")) if isinstance(each, Mapping) else (each, None) for each in value
    ]


def _is_case(value: Any) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("variables"), Mapping) and "value" in value


def _parsed(value: str) -> Any:
    """A list that a table holds as JSON; the text itself where it is none."""
    try:
        return parse_json(value)
    except JsonError:
        return value


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)
    return f"'{well_formed_text(text[:40])}…'" if len(text) > 40 else f"'{well_formed_text(text)}'"
