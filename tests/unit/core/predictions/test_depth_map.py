import msgspec
import numpy as np
import pytest

from granview.core.arrays import pack
from granview.core.errors import GranViewError, ShapeError
from granview.core.prediction import pack_prediction, unpack_prediction
from granview.core.predictions.depth_map import DepthMap, PackedDepthMap


@pytest.mark.parametrize("shape", [(12, 18), (1, 1), (1, 7), (0, 0)])
@pytest.mark.parametrize("kind", ["metric", "relative", "inverse"])
def test_every_bit_comes_back(shape, kind):
    values = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    values.ravel()[::3] = np.nan
    depth = unpack_prediction(pack_prediction(DepthMap(values, kind)))
    assert isinstance(depth, DepthMap)
    assert depth.kind == kind
    np.testing.assert_array_equal(depth.values.view(np.uint32), values.view(np.uint32))
    assert not depth.values.flags.writeable


def test_a_smooth_map_takes_fewer_bytes_than_its_values():
    values = np.add.outer(np.linspace(1, 9, 200), np.linspace(0, 3, 300)).astype(np.float32)
    assert len(pack_prediction(DepthMap(values))) < values.nbytes / 2


def test_it_fits_a_picture_of_its_size():
    assert DepthMap(np.ones((3, 4), np.float32)).fits((3, 4))
    assert not DepthMap(np.ones((3, 4), np.float32)).fits((4, 3))


def test_what_is_no_depth_map_is_refused():
    with pytest.raises(ShapeError):
        DepthMap(np.ones((3, 4, 1), np.float32))
    with pytest.raises(TypeError, match="float32"):
        DepthMap(np.ones((3, 4)))
    with pytest.raises(ValueError, match="no kind 'odd'"):
        DepthMap(np.ones((3, 4), np.float32), "odd")


@pytest.mark.parametrize("array", [np.zeros((2, 2), np.uint8), np.zeros((4, 2, 2), np.int16)])
def test_damage_is_told(array):
    with pytest.raises(GranViewError, match="damaged"):
        unpack_prediction(msgspec.msgpack.encode(PackedDepthMap(pack(array), "metric")))


def test_what_its_values_are_is_told() -> None:
    values = np.ones((2, 2), np.float32)
    assert DepthMap(values, "metric").is_metric
    assert DepthMap(values, "inverse").is_inverse
    assert not DepthMap(values, "relative").is_metric
