import numpy as np
import pytest
from PIL import Image

from granview.core.colormap import HEAT
from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.core.sample import Sample
from granview.export.prediction_export import export_of, prediction_suffixes, write_prediction

NO_CLASSES = LabelSet((), ())
SAMPLE = Sample("a", "/p/a.png")
METRES = np.array([[1.0, 2.5], [np.nan, 60.0]], np.float32)


def written(tmp_path, depth):
    write_prediction(tmp_path / "a.npy", depth, SAMPLE, NO_CLASSES)
    write_prediction(tmp_path / "a.png", depth, SAMPLE, NO_CLASSES, ".png")
    picture = Image.open(tmp_path / "a.png")
    return np.load(tmp_path / "a.npy"), np.array(picture), picture.text["depth"]


@pytest.mark.parametrize(("times", "scale"), [(1, 1000), (2, 256)])
def test_metres_are_written_as_they_are_and_as_a_picture(tmp_path, times, scale):
    values, counts, words = written(tmp_path, DepthMap(METRES * times))
    np.testing.assert_array_equal(values, METRES * times)
    assert counts.dtype == np.uint16
    np.testing.assert_array_equal(counts, np.round(np.nan_to_num(METRES * times) * scale))
    assert words.startswith(f"metres times {scale};")


def test_other_values_have_the_whole_range(tmp_path):
    _, counts, words = written(tmp_path, DepthMap(METRES, "inverse"))
    assert counts.tolist() == [[1, 1 + round(1.5 / 59 * 65534)], [0, 65535]]
    assert words == "inverse: 1 is 1, 65535 is 60; 0 is unknown"


def test_both_endings_are_known_as_the_program_s_own():
    assert {".npy", ".png"} <= prediction_suffixes()


def test_on_pages_near_is_yellow_and_what_is_not_known_is_the_picture():
    grey = np.full((2, 2, 3), 100, np.uint8)
    export = export_of(DepthMap(METRES))
    drawn = export.overlay(grey, DepthMap(METRES), NO_CLASSES, 1.0)
    assert drawn[0, 0].tolist() == HEAT[255].tolist()
    assert drawn[1, 1].tolist() == HEAT[1].tolist()
    assert drawn[1, 0].tolist() == [100, 100, 100]
    assert [entry.name.split()[0] for entry in export.legend(DepthMap(METRES), NO_CLASSES)] == ["near", "far"]
