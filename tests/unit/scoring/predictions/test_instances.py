import numpy as np
import pytest

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.predictions.instances import Instances
from granview.scoring.region_at import has_regions, region_at

LABELS = LabelSet(("cell",), ((0, 0, 0),))
SIZE = (12, 16)
BOXES = np.array([[0, 0, 10, 10], [2, 2, 5, 5], [3, 3, 4, 4], [11, 1, 14.4, 3]], np.float32)
SCORES = np.array([0.9, 0.8, 0.1, 0.3], np.float32)
OF_BOXES = Instances.of_model(BOXES, np.zeros(4), SCORES, SIZE)


def rectangle(left: float, top: float, right: float, bottom: float) -> np.ndarray:
    inside = np.zeros(SIZE, bool)
    inside[int(top) : int(bottom), int(left) : int(right)] = True
    return inside


OF_MASKS = Instances.of_model(
    BOXES, np.zeros(4), SCORES, SIZE, tuple(rle.encode(rectangle(*box)) for box in BOXES.tolist())
)


@pytest.mark.parametrize("instances", [OF_BOXES, OF_MASKS])
@pytest.mark.parametrize(
    ("point", "place"), [((1.0, 1.0), 0), ((3.5, 3.5), 1), ((12.5, 1.5), 3), ((9.99, 9.99), 0), ((2.0, 2.0), 1)]
)
def test_it_is_the_smallest_sure_object_at_the_point(
    instances: Instances, point: tuple[float, float], place: int
) -> None:
    found = region_at(instances, LABELS, *point, SIZE)

    assert found is not None
    assert np.array_equal(found, rectangle(*BOXES[place]))


@pytest.mark.parametrize("instances", [OF_BOXES, OF_MASKS])
@pytest.mark.parametrize("point", [(10.5, 5.0), (-1.0, 2.0), (3.0, 40.0)])
def test_where_no_object_is_there_is_no_region(instances: Instances, point: tuple[float, float]) -> None:
    assert has_regions(instances)
    assert region_at(instances, LABELS, *point, SIZE) is None


def test_among_none_there_is_none() -> None:
    assert region_at(Instances.of_model([], [], [], SIZE, ()), LABELS, 1, 1, SIZE) is None
