"""TIDE's split by hand. On 30 random sets tidecv 1.0.1 said the same to 1e-12, with its own 101 recalls."""

import numpy as np
import pytest

from granview.scoring.instances.tide import ERROR_NAMES, NOT_MENDED, ErrorKind, error_costs, split_errors
from tests.helpers.instance_sets import coco_picture

BOX = [0, 0, 10, 10]
HALF = [0, 0, 10, 4]
"""IoU 0.4 with the box: near it, and not on it."""
FAR = [50, 50, 60, 60]


def costs(*pictures, n_classes: int = 2) -> dict[str, float | None]:
    rows, n_objects, n_missed = [], np.zeros(n_classes, int), np.zeros(n_classes, int)
    for picture in pictures:
        pair = picture.pair()
        errors = split_errors(pair)
        rows.append((pair.predicted_class, pair.score, errors.kind, errors.mended_class))
        n_objects += np.bincount(pair.reference_class[~pair.is_crowd], minlength=n_classes)
        n_missed += np.bincount(pair.reference_class[errors.missed], minlength=n_classes)
    return error_costs(*(np.concatenate(column) for column in zip(*rows, strict=True)), n_objects, n_missed)


@pytest.mark.parametrize(
    ("found", "classes", "kinds"),
    [
        ([BOX], [0], [ErrorKind.RIGHT]),
        ([BOX], [1], [ErrorKind.CLASS]),
        ([HALF], [0], [ErrorKind.LOCALISATION]),
        ([HALF], [1], [ErrorKind.BOTH]),
        ([BOX, BOX], [0, 0], [ErrorKind.RIGHT, ErrorKind.DUPLICATE]),
        ([FAR], [0], [ErrorKind.BACKGROUND]),
    ],
)
def test_each_kind(found, classes, kinds):
    picture = coco_picture([BOX], found, np.linspace(0.9, 0.5, len(found)), found_classes=classes)
    assert split_errors(picture.pair()).kind.tolist() == kinds


def test_a_wrong_class_that_would_be_right_costs_all_of_it():
    """Mended, the one object is found at once: AP of the one class that is left goes from 0 to 1."""
    found = costs(coco_picture([BOX], [BOX], [0.9], found_classes=[1]))
    assert found == pytest.approx({**dict.fromkeys(ERROR_NAMES, 0.0), "class": 1.0})


def test_the_surest_of_two_claims_the_object():
    errors = split_errors(coco_picture([BOX], [HALF, HALF], [0.5, 0.9]).pair())
    assert errors.mended_class.tolist() == [0, NOT_MENDED]
    assert not errors.missed.any()


def test_a_missed_object_is_no_longer_asked_for():
    """One of two objects is found: 51 of 101 recalls are reached."""
    found = costs(coco_picture([BOX, FAR], [BOX], [0.9]), n_classes=1)
    assert found == pytest.approx({**dict.fromkeys(ERROR_NAMES, 0.0), "missed": 1 - 51 / 101})


def test_a_surer_background_costs_half_of_the_precision():
    found = costs(coco_picture([BOX], [FAR, BOX], [0.9, 0.8]), n_classes=1)
    assert found == pytest.approx({**dict.fromkeys(ERROR_NAMES, 0.0), "background": 0.5})


def test_what_lies_in_a_crowd_is_not_counted():
    picture = coco_picture([BOX, [40, 40, 90, 90]], [FAR, BOX], [0.9, 0.8], crowd=[1])
    assert costs(picture, n_classes=1) == pytest.approx(dict.fromkeys(ERROR_NAMES, 0.0))


def test_the_100_surest_of_a_picture_count():
    kinds = split_errors(coco_picture([BOX], [FAR] * 120, np.linspace(1, 0.1, 120)).pair()).kind
    assert kinds.tolist() == [ErrorKind.BACKGROUND] * 100 + [ErrorKind.OUTSIDE] * 20


def test_empty_pictures():
    assert costs(coco_picture([], [], [])) == dict.fromkeys(ERROR_NAMES)
    assert costs(coco_picture([], [FAR], [0.9]))["background"] == 0.0
    assert costs(coco_picture([BOX], [], []), n_classes=1)["missed"] == 0.0
