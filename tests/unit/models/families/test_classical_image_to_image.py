import numpy as np
import pytest
from PIL import Image

from granview.core.classical_methods import CLASSICAL_METHODS
from granview.core.errors import UnsupportedModel
from granview.core.run_params import RunParams
from granview.models.families.classical_image_to_image import METHODS
from granview.models.images.imresize import imresize


def run(adapter, picture, **chosen):
    params = RunParams(of_task={"image-to-image": chosen})
    output = adapter.forward(adapter.preprocess([picture], params))
    adapter.synchronize()
    return adapter.postprocess(output, [picture.shape[:2]], params)[0].prediction


def method(load, name):
    return load(f"method:{name}", task="image-to-image")


def test_every_method_that_is_offered_is_there():
    assert set(METHODS) == set(CLASSICAL_METHODS)


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("scale", [1, 3])
def test_it_makes_a_picture_as_many_times_larger_as_the_run_says(load, picture, name, scale):
    found = run(method(load, name), picture, scale=scale)
    assert found.size == (scale * picture.shape[0], scale * picture.shape[1])
    assert found.scale == scale
    if scale == 1:
        np.testing.assert_array_equal(found.pixels, picture)


def test_each_is_what_its_library_says(load, picture):
    height, width = 2 * picture.shape[0], 2 * picture.shape[1]
    lanczos = np.array(Image.fromarray(picture).resize((width, height), Image.Resampling.LANCZOS))
    np.testing.assert_array_equal(run(method(load, "bicubic"), picture).pixels, imresize(picture, height, width))
    np.testing.assert_array_equal(run(method(load, "lanczos"), picture).pixels, lanczos)
    np.testing.assert_array_equal(run(method(load, "nearest"), picture).pixels[1::2, ::2], picture)


def test_it_costs_nothing_that_a_library_counts_and_pictures_of_any_size_share_a_batch(load, picture):
    adapter = method(load, "bicubic")
    assert adapter.facts.params == 0
    assert adapter.facts.device == "cpu"
    assert adapter.count_flops(adapter.preprocess([picture])) is None
    assert adapter.measured_cost().peak_cuda_mb is None
    assert adapter.batch_key((3, 4)) == adapter.batch_key((5, 6))


def test_a_method_that_is_none_is_told(load):
    with pytest.raises(UnsupportedModel, match="no method 'magic'"):
        method(load, "magic")
