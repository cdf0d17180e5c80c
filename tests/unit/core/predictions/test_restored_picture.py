import msgspec
import numpy as np
import pytest

from granview.core.arrays import pack
from granview.core.errors import GranViewError, ShapeError
from granview.core.prediction import pack_prediction, unpack_prediction
from granview.core.predictions.restored_picture import PackedRestoredPicture, RestoredPicture


@pytest.fixture
def pixels():
    return np.random.default_rng(0).integers(0, 256, (12, 18, 3), dtype=np.uint8)


@pytest.mark.parametrize("shape", [(12, 18), (1, 1), (1, 7), (5, 1), (0, 0)])
def test_every_px_comes_back(shape):
    pixels = np.random.default_rng(1).integers(0, 256, (*shape, 3), dtype=np.uint8)
    found = unpack_prediction(pack_prediction(RestoredPicture(pixels, 2.0)))
    assert isinstance(found, RestoredPicture)
    np.testing.assert_array_equal(found.pixels, pixels)
    assert found.scale == 2.0
    assert not found.pixels.flags.writeable


def test_a_smooth_picture_takes_far_fewer_bytes_than_its_px():
    ramp = np.add.outer(np.arange(200), np.arange(300)).astype(np.uint8)
    pixels = np.stack((ramp, ramp, ramp), axis=2)
    assert len(pack_prediction(RestoredPicture(pixels))) < pixels.nbytes / 100


def test_it_fits_a_picture_that_is_scale_times_smaller(pixels):
    assert RestoredPicture(pixels, 2.0).fits((6, 9))
    assert RestoredPicture(pixels, 1.0).fits((12, 18))
    assert not RestoredPicture(pixels, 2.0).fits((12, 18))


def test_it_fits_a_picture_whose_last_px_no_scale_divided(pixels):
    assert RestoredPicture(pixels, 1.0).fits((15, 18))
    assert not RestoredPicture(pixels, 1.0).fits((20, 18))
    assert not RestoredPicture(pixels, 1.0).fits((11, 18))


def test_what_is_no_picture_is_refused(pixels):
    with pytest.raises(ShapeError):
        RestoredPicture(pixels[..., 0])
    with pytest.raises(TypeError, match="uint8"):
        RestoredPicture(pixels.astype(np.float32))
    with pytest.raises(ValueError, match="scale 0"):
        RestoredPicture(pixels, 0.0)


@pytest.mark.parametrize(
    ("array", "scale"),
    [(np.zeros((2, 2), np.uint8), 1.0), (np.zeros((2, 2, 3), np.int16), 1.0), (np.zeros((2, 2, 3), np.uint8), 0.0)],
)
def test_damage_is_told(array, scale):
    with pytest.raises(GranViewError, match="damaged"):
        unpack_prediction(msgspec.msgpack.encode(PackedRestoredPicture(pack(array), scale)))
