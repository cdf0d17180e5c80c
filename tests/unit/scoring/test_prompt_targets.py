import numpy as np
import pytest

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.scoring.prompt_targets import MaskedObjects, mask_iou, target_of

SIZE = (20, 20)


def _mask(left: int, top: int, right: int, bottom: int) -> rle.Rle:
    pixels = np.zeros(SIZE, bool)
    pixels[top:bottom, left:right] = True
    return rle.encode(pixels)


LARGE, SMALL, APART = _mask(0, 0, 10, 10), _mask(2, 2, 6, 6), _mask(14, 14, 18, 18)
MASKS = (LARGE, SMALL, APART)
OBJECTS = MaskedObjects(
    MASKS,
    rle.boxes_xyxy(MASKS),
    rle.areas(MASKS).astype(np.float64),
    np.array([0, 1, 1], np.uint16),
    LabelSet(("cell", "Nucleus"), ((0, 0, 0), (1, 1, 1))),
)


@pytest.mark.parametrize(
    ("prompt", "meant"),
    [
        (ObjectPrompt((PointPrompt(3, 3),)), SMALL),
        (ObjectPrompt((PointPrompt(8, 8),)), LARGE),
        (ObjectPrompt((PointPrompt(8, 8), PointPrompt(3, 3, adds=False))), None),
        (ObjectPrompt((PointPrompt(12, 1),)), None),
        (ObjectPrompt(box_xyxy=(13, 13, 19, 19)), APART),
        (ObjectPrompt((PointPrompt(3, 3),), (0, 0, 9, 9)), LARGE),
        (ObjectPrompt(box_xyxy=(11, 0, 13, 2)), None),
        (ObjectPrompt(phrase="cell"), LARGE),
        (ObjectPrompt(phrase="plant"), None),
    ],
)
def test_what_a_prompt_means(prompt: ObjectPrompt, meant: rle.Rle | None) -> None:
    assert target_of(prompt, OBJECTS) == meant


def test_a_phrase_means_all_objects_of_that_class() -> None:
    found = target_of(ObjectPrompt(phrase="nucleus"), OBJECTS)
    assert found is not None
    assert rle.areas([found]).tolist() == [32]


def test_overlap_is_intersection_over_union() -> None:
    assert mask_iou(LARGE, SMALL) == pytest.approx(16 / 100)
    assert mask_iou(LARGE, APART) == 0
    empty = rle.encode(np.zeros(SIZE, bool))
    assert mask_iou(empty, empty) == 0
