import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.run_params import RunParams
from granview.models.images.restoration import input_pictures, restored_output

BICUBIC = RunParams(of_task={"image-to-image": {"degradation": "bicubic", "scale": 2}})
PICTURE = np.zeros((8, 10, 3), np.uint8)


def test_a_picture_that_was_made_smaller_is_enlarged_to_its_own_size():
    [given] = input_pictures([PICTURE], BICUBIC, 2)
    assert given.shape == (4, 5, 3)
    said = restored_output(PICTURE, 2, (8, 10), BICUBIC, ("More.",))
    assert said.prediction.scale == 1
    assert said.prediction.fits((8, 10))
    assert said.notices[0].startswith("Before it was given")
    assert said.notices[1] == "More."


def test_one_that_was_not_is_enlarged_by_the_scale():
    said = restored_output(PICTURE, 2, (4, 5), RunParams())
    assert said.prediction.scale == 2
    assert said.notices == ()


def test_a_picture_too_small_for_its_scale_is_refused():
    with pytest.raises(InputError, match="Nothing is left"):
        input_pictures([PICTURE[:1]], BICUBIC, 2)


def test_a_picture_too_large_to_be_enlarged_is_refused():
    huge = np.broadcast_to(np.uint8(0), (20_000, 20_000, 3))
    with pytest.raises(InputError, match="4 times larger are more than 133 megapixels"):
        input_pictures([huge], RunParams(), 4)
