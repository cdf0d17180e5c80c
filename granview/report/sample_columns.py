"""The columns of a data set beside its samples, as columns of units: what they are called, and their axes."""

from typing import Final

from granview.tasks.base import GrainAxis

PREFIX: Final = "data."
"""What a column of the data set is called among those of units, before its own name."""


def is_sample_column(name: str) -> bool:
    """Whether a column of units is one of the data set."""
    return name.startswith(PREFIX)


def column_axis(kind: str, name: str) -> GrainAxis:
    """The axis along a column of the data set, over units of a kind."""
    return GrainAxis(kind, name.removeprefix(PREFIX), "", (), column=name, description="A column of the data set.")
