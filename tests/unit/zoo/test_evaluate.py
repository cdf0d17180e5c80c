import numpy as np
import pytest

from granview.zoo.evaluate import Tally, evaluate, thin_structures
from granview.zoo.labels import Label


def test_a_perfect_prediction_scores_one_everywhere() -> None:
    tally = Tally()
    reference = np.zeros((40, 40), np.uint8)
    reference[5:25, 5:25] = Label.CELL
    reference[30, 2:38] = Label.MEMBRANE
    tally.add(reference, reference)
    measured = tally.measured("one scene")
    assert measured.mean_iou == measured.pixel_accuracy == measured.thin_recall == 1.0
    assert all(row.recall in {None, 1.0} for row in measured.grain_recall)
    assert measured.class_iou["sky"] is None


def test_regions_fall_into_the_bucket_of_their_grain() -> None:
    reference = np.zeros((64, 64), np.uint8)
    reference[2, 2] = Label.GRANULE
    reference[10:15, 10:15] = Label.NUCLEUS
    reference[10:15, 30:35] = Label.NUCLEUS
    predicted = reference.copy()
    predicted[10:15, 30:35] = Label.CELL
    predicted[2, 2] = Label.CELL
    tally = Tally()
    tally.add(reference, predicted)
    rows = {row.grain: row for row in tally.measured("one scene").grain_recall}
    assert (rows["<4"].regions, rows["<4"].recall) == (1, 0.0)
    assert (rows["4-8"].regions, rows["4-8"].recall) == (2, 0.5)
    assert (rows["8-16"].regions, rows["8-16"].recall) == (0, None)
    assert (rows["32-64"].regions, rows["32-64"].recall) == (1, 1.0)


def test_touching_corners_join_regions() -> None:
    reference = np.zeros((8, 8), np.uint8)
    reference[2, 2] = reference[3, 3] = Label.PIT
    tally = Tally()
    tally.add(reference, reference)
    assert tally.regions[0] == 1


def test_iou_by_hand() -> None:
    reference = np.array([[Label.ROAD, Label.ROAD, Label.SKY, Label.SKY]], np.uint8)
    predicted = np.array([[Label.ROAD, Label.SKY, Label.SKY, Label.SKY]], np.uint8)
    tally = Tally()
    tally.add(reference, predicted)
    tally.thin += 1
    measured = tally.measured("four pixels")
    assert measured.class_iou["road"] == 1 / 2
    assert measured.class_iou["sky"] == 2 / 3
    assert measured.mean_iou == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert measured.pixel_accuracy == 3 / 4


def test_thin_structures_are_lines_up_to_three_pixels_wide() -> None:
    labels = np.zeros((40, 40), np.uint8)
    labels[5, :], labels[10:13, :], labels[20:24, :] = Label.CRACK, Label.CRACK, Label.CRACK
    labels[30, :] = Label.CELL
    assert np.flatnonzero(thin_structures(labels).any(axis=1)).tolist() == [5, 10, 11, 12]


def test_the_test_scenes_are_measured_in_full() -> None:
    measured = evaluate(lambda image: np.zeros(image.shape[:2], np.uint8), per_domain=1)
    assert "3 unseen scenes" in measured.scenes
    assert measured.class_iou["sky"] == 0.0
    assert 0 < measured.pixel_accuracy < 0.5
