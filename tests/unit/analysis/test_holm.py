import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests

from granview.analysis.holm import holm


def test_p_values_are_stepped_down_as_in_holms_paper() -> None:
    """The four p-values of the worked example that R's documentation of ``p.adjust`` is checked against."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_what_is_not_known_is_no_comparison() -> None:
    assert holm([None, 0.02, None, 0.03]) == [None, pytest.approx(0.04), None, pytest.approx(0.04)]
    assert holm([]) == []
    assert holm([0.7, 0.9]) == [1.0, 1.0]


def test_among_ties_a_difference_is_announced_as_rarely_as_the_level_says() -> None:
    rng = np.random.default_rng(3)
    p_values = stats.norm.sf(np.abs(rng.standard_normal((2000, 5)))) * 2
    wrong = np.mean([min(value for value in holm(row) if value is not None) <= 0.05 for row in p_values.tolist()])
    assert 0.03 < wrong < 0.065


@given(st.lists(st.floats(0, 1) | st.none(), max_size=30))
def test_it_is_statsmodels_of_those_that_are_known(p_values: list[float | None]) -> None:
    known = [value for value in p_values if value is not None]
    found = holm(p_values)
    assert [value is None for value in found] == [value is None for value in p_values]
    if known:
        rejected, expected, _, _ = multipletests(known, method="holm")
        adjusted = [value for value in found if value is not None]
        assert adjusted == pytest.approx(expected.tolist())
        assert [value <= 0.05 for value in expected] == rejected.tolist()
