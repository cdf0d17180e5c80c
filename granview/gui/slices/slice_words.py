"""Slices in the user's words."""

from collections.abc import Mapping
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication

from granview.core.mark import MarkKind
from granview.core.slices import Condition, is_just_above
from granview.gui.widgets.number_format import significant
from granview.report.unit_columns import IS, SCORE_OF

translate = QCoreApplication.translate

MARK_KEYS: Final[Mapping[MarkKind, str]] = {"reference is wrong": "W", "unclear": "U", "important": "I"}
"""The key of the act that marks so."""

_MOST_VALUES: Final = 3


def mark_title(kind: MarkKind) -> str:
    """A mark as it is read."""
    titles: dict[MarkKind, str] = {
        "reference is wrong": translate("Slices", "reference is wrong"),
        "unclear": translate("Slices", "unclear"),
        "important": translate("Slices", "important"),
    }
    return titles[kind]


def column_title(column: str) -> str:
    """A column's name as it is read: that of a lane's verdict ends in the verb."""
    if (lane := column.removeprefix(SCORE_OF)) != column:
        return translate("Slices", "score of {lane}").format(lane=lane)
    return column.removesuffix(IS)


def condition_words(condition: Condition) -> str:
    """A condition in a few words: ``class is car or bus``, ``grain 4 to 8``."""
    title = column_title(condition.column)
    if condition.is_not:
        words = condition_words(msgspec.structs.replace(condition, is_not=False))
        return translate("Slices", "not: {condition}").format(condition=words)
    if condition.values:
        shown = translate("Slices", " or ").join(condition.values[:_MOST_VALUES])
        more = len(condition.values) - _MOST_VALUES
        values = shown if more <= 0 else translate("Slices", "{values} or {n} more").format(values=shown, n=more)
        return translate("Slices", "{column} is {values}").format(column=title, values=values)
    low, high = bound_in_words(condition.low), bound_in_words(condition.high)
    if condition.low is None and condition.high is None:
        return translate("Slices", "{column} is there").format(column=title)
    below = "≤" if condition.high is not None and is_just_above(condition.high) else "<"
    if condition.low is None:
        return f"{title} {below} {high}"
    is_above = is_just_above(condition.low)
    if condition.high is None:
        return f"{title} {'>' if is_above else '≥'} {low}"
    return f"{low} {'<' if is_above else '≤'} {title} {below} {high}"


def bound_in_words(bound: float | None) -> str:
    """A bound as one would type it: ``8`` instead of ``8.00``."""
    words = significant(bound)
    return words.rstrip("0").rstrip(".") if "." in words else words
