"""The columns of a data set beside its samples, as columns of units: what they are called, and their axes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from granview.core.sample import Sample
from granview.tasks.base import GrainAxis

PREFIX: Final = "data."
"""What a column of the data set is called among those of units, before its own name."""

MISSING: Final = frozenset(("", "nan", "na", "n/a", "null", "none"))
"""Texts, case-folded, that stand for a missing value where the other values of a column are numbers."""


@dataclass(frozen=True)
class SampleColumn:
    """A column of the data set.

    Attributes:
        name: As a column of units: with its prefix, so that it is never taken for one of a task's own.
        is_text: Whether any of its values is a text that does not stand for a missing one, so that all are categories.
        values: By sample; texts alone where it is one of texts. Samples without a value lack.
    """

    name: str
    is_text: bool
    values: Mapping[str, float | str]


def columns_of_samples(samples: Iterable[Sample]) -> tuple[SampleColumn, ...]:
    """One for each column that a sample has a value in, in the order in which they come."""
    by_column: dict[str, dict[str, float | str]] = {}
    for sample in samples:
        for name, value in sample.columns:
            by_column.setdefault(name, {})[sample.name] = value
    return tuple(_column(name, values) for name, values in by_column.items())


def _column(name: str, values: dict[str, float | str]) -> SampleColumn:
    numbers: dict[str, float | str] = {sample: value for sample, value in values.items() if not isinstance(value, str)}
    texts = [value for value in values.values() if isinstance(value, str)]
    if numbers and all(text.strip().casefold() in MISSING for text in texts):
        return SampleColumn(PREFIX + name, False, numbers)
    as_texts = {sample: value if isinstance(value, str) else f"{value:g}" for sample, value in values.items()}
    return SampleColumn(PREFIX + name, True, as_texts)


def is_sample_column(name: str) -> bool:
    """Whether a column of units is one of the data set."""
    return name.startswith(PREFIX)


def column_axis(kind: str, name: str) -> GrainAxis:
    """The axis along a column of the data set, over units of a kind."""
    return GrainAxis(kind, name.removeprefix(PREFIX), "", (), column=name, description="A column of the data set.")
