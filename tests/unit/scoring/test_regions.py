import numpy as np
import pytest
from scipy import ndimage

from granview.core.labels import ClassMap
from granview.scoring.label_space import LabelPair, pair_labels
from granview.scoring.regions import find_regions
from tests.helpers.label_maps import blobs, erring, label_map, numbered_labels

EIGHT = np.ones((3, 3))


def pair(reference: str, prediction: str, n_classes: int = 3) -> LabelPair:
    class_map = ClassMap(tuple(range(n_classes)))
    return pair_labels(label_map(prediction), class_map, label_map(reference), numbered_labels(n_classes))


def brute_force(reference: np.ndarray, prediction: np.ndarray, n_classes: int) -> list[tuple]:
    """(class, area, x, y, w, h, recall, iou) of each region, pixel by pixel."""
    rows = []
    for class_id in range(n_classes):
        regions, n = ndimage.label(reference == class_id, EIGHT)
        components, _ = ndimage.label(prediction == class_id, EIGHT)
        for i in range(1, n + 1):
            region = regions == i
            touching = np.unique(components[region])
            claimed = np.isin(components, touching[touching > 0])
            y, x = np.nonzero(region)
            box = (x.min(), y.min(), x.max() - x.min() + 1, y.max() - y.min() + 1)
            right = (region & (prediction == class_id)).sum()
            iou = right / (region | claimed).sum()
            rows.append((class_id, region.sum(), *box, right / region.sum(), iou))
    return rows


@pytest.mark.parametrize("seed", range(4))
def test_equals_brute_force(seed: int):
    reference = blobs(48, 61, 4, seed, blob_px=7)
    prediction = erring(reference, 4, seed, share=0.1)
    reference[10:14, 20:40] = prediction[10:14, 20:40] = 5
    regions = find_regions(LabelPair(reference, prediction, 4))
    columns = (regions.class_id, regions.area_px, regions.x, regions.y, regions.w, regions.h)
    ours = list(zip(*(c.tolist() for c in columns), regions.recall.tolist(), regions.iou.tolist(), strict=True))
    assert sorted(ours) == [pytest.approx(row) for row in sorted(brute_force(reference, prediction, 4))]


def test_grain_is_the_root_of_the_area():
    regions = find_regions(pair("1111 1111 1111 1111", "1111 1111 1111 1111"))
    assert regions.grain.tolist() == [4.0]
    assert regions.grain.dtype == np.float32


def test_one_component_over_two_regions_is_a_mistake_for_both():
    regions = find_regions(pair("11.11", "11111"))
    ones = regions.class_id == 1
    assert regions.recall[ones].tolist() == [1.0, 1.0]
    assert regions.iou[ones].tolist() == pytest.approx([0.4, 0.4])


def test_two_components_in_one_region_count_together():
    regions = find_regions(pair("11111", "11.11"))
    assert regions.recall.tolist() == pytest.approx([0.8])
    assert regions.iou.tolist() == pytest.approx([0.8])


def test_a_component_elsewhere_does_not_count():
    regions = find_regions(pair("11...", "11..1"))
    assert regions.iou[regions.class_id == 1].tolist() == [1.0]


def test_missed_regions_have_zero():
    regions = find_regions(pair("1.2", "..."))
    assert regions.recall[regions.class_id > 0].tolist() == [0.0, 0.0]
    assert regions.iou[regions.class_id > 0].tolist() == [0.0, 0.0]


def test_void_belongs_to_no_region():
    regions = find_regions(pair("11##", "1111"))
    assert regions.area_px.tolist() == [2]
    assert regions.iou.tolist() == [1.0]


def test_all_void_has_no_regions():
    assert len(find_regions(pair("###", "012"))) == 0


def test_regions_do_not_depend_on_the_prediction():
    reference = blobs(60, 60, 4, seed=9, blob_px=6)
    first = find_regions(LabelPair(reference, erring(reference, 4, 1), 4))
    second = find_regions(LabelPair(reference, np.zeros_like(reference), 4))
    for name in ("class_id", "area_px", "x", "y", "w", "h"):
        assert np.array_equal(getattr(first, name), getattr(second, name))


def test_a_region_is_taken_for_what_most_of_it_was_called():
    regions = find_regions(pair("111111 222222", "111223 ..3..2"))
    assert regions.class_id.tolist() == [1, 2]
    assert regions.taken_for.tolist() == [1, 0]


def test_a_region_that_is_called_no_class_is_taken_for_none():
    reference, prediction = np.full((1, 4), 1, np.uint8), np.full((1, 4), 4, np.uint8)
    assert find_regions(LabelPair(reference, prediction, 3)).taken_for.tolist() == [-1]
