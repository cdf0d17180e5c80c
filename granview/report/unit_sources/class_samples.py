"""How rare a unit's class is: in how many samples of the session it is, as LVIS counts (Gupta et al. 2019)."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.report.task_units import NO_CATEGORY, TaskUnits, UnitColumn
from granview.report.unit_source import UNIT_SOURCES
from granview.store.reader import SessionReader
from granview.tasks.base import CLASS_SAMPLES


def class_samples(session: SessionReader, units: TaskUnits) -> Iterator[UnitColumn]:
    """The column, where units have classes."""
    if "class" in units.categories:
        yield UnitColumn(CLASS_SAMPLES, samples_by_class(units.columns["class"], units.sample))


def samples_by_class(classes: NDArray[Any], sample: NDArray[np.int32]) -> NDArray[np.float32]:
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


UNIT_SOURCES.register("class-samples")(class_samples)
