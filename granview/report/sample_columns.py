"""What a data set says of its samples besides, as columns of their units, and how rare their classes are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.sample import Sample
from granview.report.task_units import NO_CATEGORY
from granview.tasks.base import GrainAxis

PREFIX: Final = "data."
"""What a column of the data set is called among those of units, before its own name."""

CLASS_SAMPLES: Final = "class_samples"
"""In how many samples of the session a unit's class is, its own among them."""


def is_sample_column(name: str) -> bool:
    """Whether a column of units is one of the data set."""
    return name.startswith(PREFIX)


def column_axis(kind: str, name: str) -> GrainAxis:
    """The axis along a column of the data set, over units of a kind."""
    return GrainAxis(kind, name.removeprefix(PREFIX), "", (), column=name, description="A column of the data set.")


def sample_columns(
    samples: Sequence[Sample], sample: NDArray[np.int32]
) -> tuple[dict[str, NDArray[Any]], dict[str, tuple[str, ...]]]:
    """What the data set says of the samples of n units.

    Args:
        samples: The samples.
        sample: (n,) the place of each unit's among them.

    Returns:
        By name, (n,) float32, NaN where there is none, or (n,) int32 indices into categories; and these categories.
    """
    columns: dict[str, NDArray[Any]] = {}
    categories: dict[str, tuple[str, ...]] = {}
    for name, values in _by_column(samples).items():
        column, names = _joined(values, len(samples))
        columns[PREFIX + name] = column[sample]
        if names is not None:
            categories[PREFIX + name] = names
    return columns, categories


def class_samples(classes: NDArray[np.int32], sample: NDArray[np.int32]) -> NDArray[np.float32]:
    """In how many samples each unit's class is: (n,) float32, NaN for units without a class.

    Args:
        classes: (n,) index of the class, ``NO_CATEGORY`` for none.
        sample: (n,) place of the sample.
    """
    counted = np.full(len(classes), np.nan, np.float32)
    known = classes != NO_CATEGORY
    if known.any():
        size = int(sample.max()) + 1
        pairs = np.unique(classes[known].astype(np.int64) * size + sample[known])
        counted[known] = np.bincount(pairs // size)[classes[known]]
    return counted


def _by_column(samples: Iterable[Sample]) -> dict[str, dict[int, float | str]]:
    found: dict[str, dict[int, float | str]] = {}
    for place, sample in enumerate(samples):
        for name, value in sample.columns:
            found.setdefault(name, {})[place] = value
    return found


def _joined(values: Mapping[int, float | str], n: int) -> tuple[NDArray[Any], tuple[str, ...] | None]:
    """A column over n samples: numbers, or indices into its categories where a value is a text."""
    places = list(values)
    if not any(isinstance(value, str) for value in values.values()):
        numbers = np.full(n, np.nan, np.float32)
        numbers[places] = list(values.values())
        return numbers, None
    texts = [_text(value) for value in values.values()]
    names = {text: index for index, text in enumerate(dict.fromkeys(texts))}
    indices = np.full(n, NO_CATEGORY, np.int32)
    indices[places] = [names[text] for text in texts]
    return indices, tuple(names)


def _text(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"
