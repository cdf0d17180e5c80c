"""Which splits and sorts of references are taken of data sets, as a caller says it: for all of them, or by folder."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError
from granview.io.data_set import DataSet, DataSetChoice, DataSetChoices
from granview.io.data_set_walk import data_sets_in

Names = str | Iterable[str]
"""One name, or several."""

ByDataSet = Names | Mapping[str | os.PathLike[str], Names] | None
"""Names for all data sets; or by folder, or the name of a folder, those of one; None for the usual ones."""

_ALL: Final = ""


def data_choices(splits: ByDataSet, reference_sets: ByDataSet, inputs: Sequence[Path]) -> DataSetChoices:
    """What is taken of the data sets among the inputs.

    Args:
        splits: Names of splits.
        reference_sets: Names of sorts of references.
        inputs: Where the data sets are looked for.

    Raises:
        ArgumentError: something is chosen, and there is no such data set; or what is chosen is no name.
    """
    if splits is None and reference_sets is None:
        return DataSetChoices()
    data_sets = data_sets_in(inputs).data_sets
    if not data_sets:
        raise ArgumentError(
            "Splits or sorts of references were chosen, but no input is laid out as a data set.",
            "Leave them out, or name the folder of the data set; 'granview data PATH' says what is understood.",
        )
    of_splits, of_references = (_by_root(each, data_sets) for each in (splits, reference_sets))
    roots = {root for root in (*of_splits, *of_references) if root is not None}
    own = {
        root: DataSetChoice(of_splits.get(root, of_splits.get(None)), of_references.get(root, of_references.get(None)))
        for root in roots
    }
    return DataSetChoices(DataSetChoice(of_splits.get(None), of_references.get(None)), own)


def by_data_set(texts: Sequence[str]) -> ByDataSet:
    """Names as an option has them: ``val``, for all data sets, or ``FOLDER=val``; None where there is none."""
    if not texts:
        return None
    found: dict[str | os.PathLike[str], list[str]] = {}
    for text in texts:
        folder, equals, name = text.rpartition("=")
        found.setdefault(folder if equals else _ALL, []).append(name)
    return {folder: tuple(names) for folder, names in found.items()}


def _by_root(chosen: ByDataSet, data_sets: Sequence[DataSet]) -> dict[Path | None, tuple[str, ...]]:
    """The names by the folder of the data set; None for all."""
    if chosen is None:
        return {}
    if not isinstance(chosen, Mapping):
        return {None: _names(chosen)}
    return {_root(os.fspath(folder), data_sets): _names(names) for folder, names in chosen.items()}


def _names(names: object) -> tuple[str, ...]:
    """Names, each once said; anything else is refused, though callers should know."""
    listed = tuple(names) if isinstance(names, Iterable) and not isinstance(names, str) else (names,)
    if wrong := [name for name in listed if not isinstance(name, str)]:
        raise ArgumentError(
            f"{wrong[0]!r} is no name of a split or of a sort of references.", 'Write "val", or ["train", "val"].'
        )
    return tuple(name for name in listed if isinstance(name, str))


def _root(folder: str, data_sets: Sequence[DataSet]) -> Path | None:
    if folder == _ALL:
        return None
    path = Path(folder).absolute()
    called = [each.root for each in data_sets if each.root == path] or [
        each.root for each in data_sets if each.root.name == folder
    ]
    if len(called) != 1:
        known = ", ".join(str(each.root) if called else each.root.name for each in data_sets)
        many = "is no data set among the inputs" if not called else "is the name of several data sets"
        raise ArgumentError(f"{folder} {many}.", f"Give the path of one. Data sets: {known}.")
    return called[0]
