import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.picture import ReferencePicture
from granview.io.orientation import Frame
from granview.io.reference_format import format_of, read_truth


@pytest.fixture
def written(tmp_path):
    def write(height, width, name="high.png"):
        pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(tmp_path / name)
        return Reference(str(tmp_path / name)), pixels

    return write


def read(reference, frame):
    return read_truth(reference, frame, wanted=ReferencePicture)


def test_a_picture_twice_as_large(written):
    reference, pixels = written(20, 30)
    truth = read(reference, Frame(10, 15))
    np.testing.assert_array_equal(truth.pixels, pixels)
    assert truth.scale == 2.0


def test_a_picture_of_the_same_size_and_one_of_no_known_size(written):
    reference, _ = written(20, 30)
    assert read(reference, Frame(20, 30)).scale == 1.0
    assert read(reference, None).scale == 1.0


def test_sides_that_the_scale_did_not_divide(written):
    reference, _ = written(21, 31)
    assert read(reference, Frame(10, 15)).scale == 2.0


@pytest.mark.parametrize("frame", [Frame(10, 10), Frame(13, 20), Frame(40, 60)])
def test_a_picture_of_another_size_is_refused_with_its_name(written, frame):
    reference, _ = written(20, 30)
    with pytest.raises(InputError, match=r"high\.png is 30 x 20 pixels"):
        read(reference, frame)


def test_a_png_is_a_mask_unless_a_picture_is_wanted_or_named(written):
    reference, _ = written(4, 4)
    assert format_of(reference).truth_type is ReferenceMask
    assert format_of(reference, ReferenceMask).truth_type is ReferenceMask
    assert format_of(reference, ReferencePicture).truth_type is ReferencePicture
    assert format_of(Reference(reference.path, format="picture")).truth_type is ReferencePicture


def test_a_small_picture_of_which_the_scale_left_out_most_that_it_can(written):
    reference, _ = written(11, 11)
    assert read(reference, Frame(3, 3)).scale == 3.0
