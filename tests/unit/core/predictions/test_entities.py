import numpy as np

from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities

LABELS = LabelSet(("PER", "LOC"), ((0, 0, 0), (9, 9, 9)))


def entities(*spans: tuple[int, int], types: list[int]) -> Entities:
    no_tags, no_floats = np.empty(0, np.uint16), np.empty(0, np.float32)
    ones = np.ones(len(spans), np.float32)
    return Entities(offsets([]), no_tags, no_floats, (), offsets(spans), np.array(types, np.uint16), ones)


def test_amounts_count_the_entities_of_each_type() -> None:
    amounts = entities((0, 4), (6, 9), (10, 12), types=[0, 0, 1]).class_amounts(LABELS)

    assert (amounts.measure, dict(amounts.amounts)) == ("count", {"PER": 2, "LOC": 1})


def test_types_that_nobody_has_are_not_counted() -> None:
    assert dict(entities((0, 4), types=[7]).class_amounts(LABELS).amounts) == {"PER": 0, "LOC": 0}


def test_it_fits_a_text_in_which_all_entities_lie() -> None:
    assert entities((0, 4), types=[0]).fits((4,))
    assert not entities((0, 4), types=[0]).fits((3,))
    assert entities(types=[]).fits((0,))
