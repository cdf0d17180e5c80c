"""What is called a regression, held against tests of SciPy's and statsmodels'."""

from collections.abc import Sequence

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests

from granview.analysis.bootstrap_interval import Pivot
from granview.analysis.holm import holm
from granview.analysis.paired_bootstrap import PairedDifference, paired_difference
from granview.analysis.studentised_bootstrap import mean_pivots
from granview.report.regressions.metric_changes import ChangeVerdict, MetricChange, p_beyond
from granview.tasks.base import Column

N, METRICS, SETS, MARGIN = 24, 10, 150, 0.02
HIGHER = Column("accuracy", "Accuracy", "", better="higher")
LOWER = Column("loss", "Loss", "", better="lower")


def difference_of(pivot: Pivot) -> PairedDifference:
    """The difference that a pivot is of."""
    return paired_difference(0.5 + pivot.value, 0.5, pivot.n, pivot.interval(), pivot=pivot)


def changes_of(differences: Sequence[PairedDifference], column: Column = HIGHER) -> list[MetricChange]:
    """All of them corrected together."""
    no_change = holm([each.p_value for each in differences])
    beyond = holm([p_beyond(each, MARGIN) for each in differences])
    made = zip(differences, no_change, beyond, strict=True)
    return [MetricChange(column, each, p, MARGIN, beyond_p) for each, p, beyond_p in made]


def of_student(values: np.ndarray) -> Pivot:
    """Student's t alone."""
    return Pivot(values.mean(), values.std(ddof=1) / np.sqrt(len(values)), len(values), np.empty(0))


def test_p_values_are_those_of_one_sided_t_tests_at_the_margin_twice_corrected_as_statsmodels_does() -> None:
    columns = np.random.default_rng(3).normal(-0.03, 0.02, (METRICS, N))
    pivots = [of_student(each) for each in columns]
    expected = [
        min(1.0, 2 * stats.ttest_1samp(each, -MARGIN, alternative="less").pvalue) if each.mean() < -MARGIN else 1.0
        for each in columns
    ]
    found = [p_beyond(difference_of(pivot), MARGIN) for pivot in pivots]
    assert found == pytest.approx(expected, rel=1e-6)
    corrected = [change.p_beyond for change in changes_of([difference_of(pivot) for pivot in pivots])]
    assert corrected == pytest.approx(multipletests(expected, method="holm")[1], rel=1e-6)


def test_of_ten_metrics_at_their_margins_one_is_called_regressed_or_improved_in_one_of_twenty_sets_at_most() -> None:
    """Though the interval of one or another leaves the margin out far more often."""
    values = np.random.default_rng(7).normal(-MARGIN, 0.05, (N, SETS * METRICS))
    differences = [difference_of(pivot) for pivot in mean_pivots(values, 0, 1000) if pivot is not None]
    alarms = by_interval = 0
    for start in range(0, len(differences), METRICS):
        own = differences[start : start + METRICS]
        alarms += any(change.verdict == ChangeVerdict.REGRESSED for change in changes_of(own))
        by_interval += any(each.high is not None and each.high < -MARGIN for each in own)
    assert alarms / SETS <= 0.05
    assert by_interval / SETS > 0.1


def test_what_is_better_the_lower_regresses_by_rising() -> None:
    rises = difference_of(of_student(np.random.default_rng(1).normal(0.5, 0.05, N)))
    assert [changes_of([rises], column)[0].verdict for column in (HIGHER, LOWER)] == [
        ChangeVerdict.IMPROVED,
        ChangeVerdict.REGRESSED,
    ]


def test_without_a_margin_the_question_is_whether_anything_changed() -> None:
    each = difference_of(of_student(np.random.default_rng(2).normal(0.01, 0.05, N)))
    assert p_beyond(each, 0.0) == each.p_value
    assert p_beyond(each, 1.0) == 1.0
    assert p_beyond(paired_difference(0.5, 0.5, N, None, 0), 0.0) is None
