import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.label_map import LabelMap
from granview.scoring.region_at import has_regions, region_at

LABELS = LabelSet(("ground", "cell"), ((0, 0, 0), (9, 9, 9)))


def test_a_label_map_has_the_region_at_a_point() -> None:
    found = region_at(LabelMap(np.eye(2, dtype=np.uint8)), LABELS, 1.0, 0.0, (2, 2))

    assert found is not None
    assert found.tolist() == [[False, True], [True, False]]


def test_a_type_without_regions_has_none() -> None:
    assert region_at(ClassScores(np.array([1.0], np.float32)), LABELS, 0.0, 0.0, (2, 2)) is None
    assert not has_regions(ClassScores(np.array([1.0], np.float32)))
