import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.sample import Reference
from granview.core.truths.depth_map import ReferenceDepth
from granview.core.truths.mask import ReferenceMask
from granview.io.orientation import Frame
from granview.io.reference_format import format_of, read_truth

METRES = np.array([[1.0, 2.5, np.nan], [4.0, 20.0, 0.5]], np.float32)


def read(path, frame=None, **params):
    return read_truth(Reference(str(path)), frame or Frame(2, 3), params=ImageParams(**params), wanted=ReferenceDepth)


@pytest.mark.parametrize("scale", [1000.0, 256.0])
def test_a_png_of_16_bits_is_divided_by_the_scale(tmp_path, scale):
    Image.fromarray(np.nan_to_num(METRES * scale).astype(np.uint16)).save(tmp_path / "a.png")
    np.testing.assert_allclose(read(tmp_path / "a.png", depth_scale=scale).metres, METRES, rtol=1e-3)


def test_numbers_with_fractions_are_metres(tmp_path):
    np.save(tmp_path / "a.npy", METRES[None, ..., None].astype(np.float64))
    Image.fromarray(np.nan_to_num(METRES)).save(tmp_path / "b.tif")
    for name in ("a.npy", "b.tif"):
        np.testing.assert_array_equal(read(tmp_path / name).metres, METRES)


def test_whole_numbers_of_an_array_are_divided_too(tmp_path):
    np.save(tmp_path / "a.npy", np.nan_to_num(METRES * 1000).astype(np.int32))
    np.testing.assert_allclose(read(tmp_path / "a.npy").metres, METRES)


def test_what_is_no_distance_is_not_known(tmp_path):
    np.save(tmp_path / "a.npy", np.array([[0, -1, np.inf]], np.float32))
    truth = read(tmp_path / "a.npy", Frame(1, 3))
    assert np.isnan(truth.metres).all()
    assert "holds no distance" in truth.notices[0]


def test_a_png_is_a_mask_unless_distances_are_wanted_or_named(tmp_path):
    reference = Reference(str(tmp_path / "a.png"))
    assert format_of(reference).truth_type is ReferenceMask
    assert format_of(reference, ReferenceDepth).truth_type is ReferenceDepth
    assert format_of(Reference(reference.path, format="depth-map")).truth_type is ReferenceDepth


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.zeros((2, 3), np.uint8), "too few to be distances"),
        (np.zeros((2, 3, 3), np.uint8), "too few to be distances"),
        (np.zeros((3, 3), np.uint16), "is 3 x 3 px, its picture 3 x 2"),
    ],
)
def test_pictures_that_hold_no_distances_of_the_sample_are_refused(tmp_path, array, words):
    Image.fromarray(array).save(tmp_path / "a.png")
    with pytest.raises(InputError, match=rf"a\.png.*{words}"):
        read(tmp_path / "a.png")


def test_arrays_that_are_none_are_refused(tmp_path):
    path = tmp_path / "a.npy"
    path.write_bytes(b"no array")
    with pytest.raises(InputError, match="is no array of NumPy"):
        read(path)
    np.save(path, np.zeros((2, 3, 3), np.float32))
    with pytest.raises(InputError, match="not \\(height, width\\) of numbers"):
        read(path)
    np.save(path, np.array([["a"]], object), allow_pickle=True)
    with pytest.raises(InputError, match="holds an array"):
        read(path)
    np.save(path, METRES)
    path.write_bytes(path.read_bytes()[:-4])
    with pytest.raises(InputError, match="cut short"):
        read(path)
