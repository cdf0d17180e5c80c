"""Of references of one truth one sort is taken: the chosen one, else what most chosen inputs have."""

from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.data_set import DataSet, DataSetChoice, ReferenceSet, Split
from granview.io.reference_choice import taken_sets, usual_sets

SETS = (
    ReferenceSet("masks", "masks", 5, "masks"),
    ReferenceSet("outlines", "outlines", 4, "objects"),
    ReferenceSet("boxes", "boxes", 9, "objects"),
    ReferenceSet("captions", "captions", 2),
    ReferenceSet("points", "points", 0),
)


def data_set(*splits: Split) -> DataSet:
    return DataSet("a", "A", Path("a"), "", 9, splits, SETS)


def test_the_first_of_each_truth_is_taken_where_nothing_tells_how_many_inputs_have_it() -> None:
    assert usual_sets(data_set()) == ("masks", "outlines", "captions")


def test_of_one_truth_what_most_inputs_of_the_chosen_splits_have_is_taken() -> None:
    val = Split("val", 4, 4, {"masks": 4, "outlines": 4, "boxes": 4})
    more = Split("more", 5, 5, {"masks": 1, "boxes": 5})
    assert usual_sets(data_set(val, more)) == ("masks", "outlines")
    assert usual_sets(data_set(val, more), DataSetChoice(("more",))) == ("masks", "boxes")
    assert usual_sets(data_set(val, more), DataSetChoice(("val", "more"))) == ("masks", "boxes")


def test_what_is_chosen_is_taken_and_two_of_one_truth_are_refused() -> None:
    assert taken_sets(data_set(), DataSetChoice(references=("boxes",))) == ("boxes",)
    with pytest.raises(InputError, match="a: outlines and boxes are both objects, so one can be taken"):
        taken_sets(data_set(), DataSetChoice(references=("boxes", "outlines")))
