import math

import pytest
from scipy import stats

from granview.analysis.student_t import two_sided_p, two_sided_quantile


@pytest.mark.parametrize("df", [1, 2, 3, 4, 7, 8, 23, 99, 1000, 20_001])
def test_probabilities_and_quantiles_are_scipys(df: int):
    for t in (0.0, 0.3, 1.0, 2.0, 3.5, -3.5, 9.0):
        assert two_sided_p(t, df) == pytest.approx(2 * stats.t.sf(abs(t), df), abs=1e-11)
    for p in (1.0, 0.5, 0.05, 0.05 / 9, 0.001):
        assert two_sided_quantile(p, df) == pytest.approx(stats.t.isf(p / 2, df), rel=1e-7, abs=1e-7)


def test_nothing_is_infinitely_far_from_0():
    assert two_sided_p(math.inf, 7) == 0.0
