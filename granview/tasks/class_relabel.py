"""Counts per class moved from one label set into another that has its classes too."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.scoring.label_space import by_name


def class_places(labels: LabelSet, wanted: LabelSet) -> list[int]:
    """Where ``wanted`` has each class of ``labels``.

    Raises:
        ValueError: it lacks one.
    """
    places = [place for place in by_name(labels, wanted).targets if place is not None]
    if len(places) < len(labels):
        raise ValueError(f"{wanted.names} lacks some of {labels.names}")
    return places


def relabelled(array: NDArray[Any], places: list[int], size: int, axes: tuple[int, ...] = (0,)) -> NDArray[Any]:
    """Class rows (and columns) at their places among ``size`` classes, 0 elsewhere.

    Args:
        array: Counts with one entry per class along each of ``axes``.
        places: The new index of each entry.
        size: How many entries there are to be.
        axes: Along which the classes stand.
    """
    if places == list(range(size)):
        return array
    for axis in axes:
        turned = np.moveaxis(array, axis, 0)
        fresh = np.zeros((size, *turned.shape[1:]), dtype=array.dtype)
        np.add.at(fresh, np.asarray(places, dtype=np.intp), turned)
        array = np.moveaxis(fresh, 0, axis)
    return array
