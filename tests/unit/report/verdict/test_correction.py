"""One family for everything that a verdict says, without what so few samples could never show."""

import numpy as np

from granview.analysis.bootstrap_interval import Pivot
from granview.analysis.paired_bootstrap import PairedDifference
from granview.core.slices import Slice
from granview.report.verdict.correction import corrected
from granview.report.verdict.statement import Dimension, Finding, Measure, Statement, Subgroup
from granview.report.verdict.statements import Measured


def _measured(n: int, p_value: float, name: str | None) -> Measured:
    measure = Measure("miou", "mIoU", "", "higher", 3, "")
    place = None if name is None else Subgroup(Dimension.CLASS, "class", "region", Slice(), name=name)
    statement = Statement(measure, place, 0.8, 0.5, 0.2, 0.4, n, None, p_value, 0.02, error=0.05, outside_p=0.9)
    pivot = Pivot(0.3, 0.05, n, np.empty(0))
    return Measured(statement, PairedDifference(0.3, 0.2, 0.4, p_value, n, 0.8, 0.5, pivot=pivot))


def test_places_of_few_samples_are_not_tested_among_many() -> None:
    many = [_measured(24, 0.0004, f"c{i}") for i in range(30)]
    few = [_measured(8, 0.008, f"few{i}") for i in range(20)]
    statements, n_tested = corrected([_measured(24, 0.001, None), *many, *few])
    assert n_tested == 31
    assert [each.is_within_reach for each in statements] == [True] * 31 + [False] * 20
    assert {each.finding for each in statements[:31]} == {Finding.LARGER}
    assert {(each.finding, each.corrected) for each in statements[31:]} == {(Finding.TOO_FEW, None)}


def test_places_of_few_samples_are_tested_where_they_are_few() -> None:
    statements, n_tested = corrected([_measured(8, 0.008, None), _measured(8, 0.008, "a"), _measured(8, 0.008, "b")])
    assert n_tested == 3
    assert all(each.is_within_reach for each in statements)
    assert [each.finding for each in statements] == [Finding.LARGER] * 3
