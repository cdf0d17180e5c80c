"""Hypotheses that no difference could reject are left out, and the others gain by it."""

from granview.analysis.within_reach import within_reach


def test_those_of_few_samples_are_left_out() -> None:
    least = [2.0**-23] * 20 + [2.0**-7] * 30
    assert within_reach(least, 0.025) == [True] * 20 + [False] * 30


def test_tarones_own_way_of_counting_by_hand() -> None:
    # k = 1: three are at most 0.05; k = 2: two at most 0.025, so that two are tested, each against 0.025.
    assert within_reach([0.001, 0.02, 0.03, 0.2], 0.05) == [True, True, False, False]


def test_what_could_be_rejected_alone_is_kept() -> None:
    assert within_reach([0.04], 0.05) == [True]
    assert within_reach([0.06], 0.05) == [False]
    assert within_reach([], 0.05) == []


def test_all_are_kept_where_all_could_be_rejected() -> None:
    assert within_reach([1e-6] * 50, 0.05) == [True] * 50
