"""What two lanes have right of the same units."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from granview.analysis.flips import flip_masks
from granview.report.task_units import NO_CATEGORY
from granview.report.verdicts import BOTH_RIGHT, BOTH_WRONG, ONLY_FIRST, ONLY_SECOND, outcomes


def test_each_unit_has_one_outcome() -> None:
    first, second = np.float32([0.9, 0.9, 0.1, 0.1, np.nan]), np.float32([0.8, 0.5, 0.6, 0.2, 1.0])
    assert outcomes(first, second, 0.5).tolist() == [BOTH_RIGHT, ONLY_FIRST, ONLY_SECOND, BOTH_WRONG, NO_CATEGORY]


def test_without_right_and_wrong_only_large_differences_count() -> None:
    first, second = np.float32([0.5, 0.5, 0.5, np.nan]), np.float32([0.55, 0.7, 0.2, 0.2])
    assert outcomes(first, second, None).tolist() == [BOTH_RIGHT, ONLY_SECOND, ONLY_FIRST, NO_CATEGORY]


_scores = arrays(np.float32, 20, elements=st.one_of(st.floats(0, 1, width=32), st.just(np.nan)))


@given(_scores, _scores, st.sampled_from([0.0, 0.5, None]))
def test_they_are_the_flips_of_variants(first, second, right_above) -> None:
    found, masks = outcomes(first, second, right_above), flip_masks(first, second, right_above)
    np.testing.assert_array_equal(found == ONLY_SECOND, masks.gained)
    np.testing.assert_array_equal(found == ONLY_FIRST, masks.lost)
    np.testing.assert_array_equal(found != NO_CATEGORY, masks.both)
