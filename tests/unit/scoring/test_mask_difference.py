import subprocess
import sys

import numpy as np
import pytest

from granview.core.errors import ShapeError
from granview.scoring import mask_difference
from granview.scoring.mask_difference import difference_map
from tests.helpers.label_maps import label_map


def test_every_case_with_a_reference():
    left, right, reference = label_map("00110"), label_map("01011"), label_map("0000#")
    expected = [
        mask_difference.BOTH_RIGHT,
        mask_difference.ONLY_LEFT_RIGHT,
        mask_difference.ONLY_RIGHT_RIGHT,
        mask_difference.BOTH_WRONG,
        mask_difference.VOID,
    ]
    assert difference_map(left, right, reference).tolist() == [expected]


def test_without_a_reference():
    differences = difference_map(label_map("01"), label_map("00"))
    assert differences.tolist() == [[mask_difference.SAME, mask_difference.DIFFERENT]]
    assert differences.dtype == np.uint8


def test_void_may_be_another_value_or_none():
    left = right = label_map("01")
    reference = label_map("00")
    assert difference_map(left, right, reference, void=0).tolist() == [[mask_difference.VOID] * 2]
    void_less = difference_map(left, right, np.full_like(reference, 255), void=None)
    assert void_less.tolist() == [[mask_difference.BOTH_WRONG] * 2]


def test_swapping_the_lanes_swaps_the_sides():
    generator = np.random.default_rng(0)
    left, right, reference = generator.integers(0, 3, (3, 20, 30)).astype(np.uint16)
    swapped = np.array([0, 2, 1, 3, 4], np.uint8)
    expected = swapped[difference_map(left, right, reference)]
    assert np.array_equal(difference_map(right, left, reference), expected)


def test_sizes_must_agree():
    with pytest.raises(ShapeError):
        difference_map(label_map("00"), label_map("0"))
    with pytest.raises(ShapeError):
        difference_map(label_map("00"), label_map("00"), label_map("0"))


def test_the_window_loads_no_opencv_for_it():
    code = (
        "import sys, numpy as np\n"
        "from granview.core.labels import ClassMap\n"
        "from granview.scoring.mask_difference import difference_map\n"
        "from granview.scoring.label_space import in_reference_space\n"
        "labels = in_reference_space(np.zeros((2, 2), np.uint8), ClassMap((0,)), 1)\n"
        "difference_map(labels, labels, labels)\n"
        "sys.exit('cv2' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
