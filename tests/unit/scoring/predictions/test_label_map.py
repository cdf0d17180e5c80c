import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.scoring.predictions.label_map import component

LABELS = LabelSet(("ground", "cell"), ((0, 0, 0), (9, 9, 9)))
MAP = LabelMap(np.array([[1, 0, 0, 1], [0, 1, 0, 255]], np.uint8))


def test_a_region_is_what_touches_even_at_a_corner() -> None:
    found = component(MAP, LABELS, 0.5, 0.5, MAP.size)

    assert found is not None
    assert np.array_equal(found, [[True, False, False, False], [False, True, False, False]])


@pytest.mark.parametrize("point", [(3.5, 1.5), (-0.1, 0), (4.0, 0), (0, 2.0)])
def test_void_and_what_lies_outside_are_no_region(point: tuple[float, float]) -> None:
    assert component(MAP, LABELS, *point, MAP.size) is None
