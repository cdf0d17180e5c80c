import msgspec
import numpy as np
import pytest

from granview.core import rle
from granview.core.errors import GranViewError, ShapeError
from granview.core.prediction import pack_prediction, unpack_prediction
from granview.core.predictions.prompted_masks import PROMPTED, PackedPromptedMasks, PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt

SIZE = (6, 8)
PROMPTS = (ObjectPrompt((PointPrompt(1, 1),)), ObjectPrompt(phrase="cell"))


def _mask(left: int) -> rle.Rle:
    pixels = np.zeros(SIZE, bool)
    pixels[1:4, left : left + 2] = True
    return rle.encode(pixels)


def _masks() -> PromptedMasks:
    of_prompt, scores = np.array([0, 1, 1], np.uint16), np.array([0.9, 0.4, 0.6], np.float32)
    return PromptedMasks(PROMPTS, (_mask(0), _mask(3), _mask(5)), of_prompt, scores, SIZE)


def test_it_travels_and_comes_back() -> None:
    masks = _masks()
    back = unpack_prediction(pack_prediction(masks))
    assert isinstance(back, PromptedMasks)
    assert (back.prompts, back.masks, back.size) == (masks.prompts, masks.masks, masks.size)
    np.testing.assert_array_equal(back.of_prompt, masks.of_prompt)
    assert back.fits(SIZE)
    assert not back.fits((8, 6))


def test_the_best_mask_of_a_prompt_is_the_one_that_the_model_finds_best() -> None:
    masks = _masks()
    assert masks.best_of(1) == _mask(5)
    none = PromptedMasks(PROMPTS, (), np.empty(0, np.uint16), np.empty(0, np.float32), SIZE)
    assert none.best_of(0) is None


def test_masks_are_objects_of_one_class() -> None:
    objects = _masks().as_instances()
    assert objects.boxes_xyxy[0].tolist() == [0, 1, 2, 4]
    assert _masks().class_amounts(PROMPTED).amounts == {"prompted": 3.0}


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ShapeError):
        PromptedMasks(PROMPTS, (_mask(0),), np.array([2], np.uint16), np.array([1.0], np.float32), SIZE)
    packed = _masks().packed()
    assert isinstance(packed, PackedPromptedMasks)
    with pytest.raises(GranViewError):
        msgspec.structs.replace(packed, counts=(b"~~~",) * 3).unpacked()
