"""How measures are divided into buckets, by hand-worked cases."""

import math
from itertools import pairwise

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.core.slices import Condition
from granview.report.bucketing import COCO, LOG, MOST_CATEGORIES, QUANTILE, category_buckets, number_buckets
from granview.tasks.base import GrainAxis

SIZE = GrainAxis("object", "Object size", "px", (0.0, 8.0, math.inf), is_root_area=True)
COUNT = GrainAxis("entity", "Entity length", "words", (), is_count=True)
CONTRAST = GrainAxis("region", "Contrast", "", (), column="contrast")
CLASS = GrainAxis("region", "Class", "", (), column="class")


def test_a_tasks_own_edges_are_first_and_hold_their_lower_end() -> None:
    buckets = number_buckets(SIZE, np.float32([7.9, 8, 400, np.nan]))
    assert buckets.titles == ("<8", "≥8")
    assert buckets.place.tolist() == [0, 1, 1, -1]
    assert buckets.n_outside == 1
    assert buckets.conditions == (Condition("grain", low=0, high=8), Condition("grain", low=8))


def test_cocos_areas_are_32_and_96_squared() -> None:
    roots = np.sqrt(np.float32([32**2 - 1, 32**2, 96**2 - 1, 96**2]))
    assert number_buckets(SIZE, roots, COCO).place.tolist() == [0, 1, 1, 2]
    with pytest.raises(ArgumentError, match="no buckets 'coco' of contrast"):
        number_buckets(CONTRAST, roots, COCO)


def test_quantiles_hold_as_many_units_each() -> None:
    values = np.random.default_rng(0).lognormal(size=1000).astype(np.float32)
    buckets = number_buckets(CONTRAST, values, QUANTILE)
    assert len(buckets) == 5
    assert np.bincount(buckets.place).tolist() == pytest.approx([200] * 5, abs=10)
    assert all(len(f"{edge:g}".replace("0.", "").replace(".", "")) <= 3 for edge in buckets.edges[1:-1])


def test_ties_make_fewer_quantiles_and_no_empty_one() -> None:
    buckets = number_buckets(COUNT, np.float32([1] * 70 + [2] * 20 + [5] * 10), QUANTILE)
    assert buckets.titles == ("0–1", "≥2")
    assert np.bincount(buckets.place).tolist() == [70, 30]
    assert len(number_buckets(COUNT, np.float32([3, 3, 3]), QUANTILE)) == 1
    assert number_buckets(CONTRAST, np.float32([]), QUANTILE).titles == ("all",)


def test_quantiles_of_values_that_lie_close_together_stay_apart() -> None:
    years = np.float32(np.repeat(np.arange(1995, 2005), 7))
    buckets = number_buckets(CONTRAST, years, QUANTILE)
    assert np.bincount(buckets.place).tolist() == [14] * 5
    assert len(number_buckets(CONTRAST, np.float32([1000.25, 1000.5, 1000.75, 1001.0, 1001.25]), QUANTILE)) == 5


def test_quantiles_of_few_values_or_infinite_ones_leave_no_bucket_empty() -> None:
    few = number_buckets(CONTRAST, np.float32([0.1, 0.2, 0.4]), QUANTILE)
    assert np.bincount(few.place).tolist() == [1, 1, 1]
    infinite = number_buckets(CONTRAST, np.float32([1, 2, 3, 4, 5, np.inf]), QUANTILE)
    assert np.bincount(infinite.place[infinite.place >= 0]).min() > 0
    assert all(low < high for low, high in pairwise(infinite.edges))


def test_octaves_are_powers_of_two_and_never_too_many() -> None:
    buckets = number_buckets(CONTRAST, np.float32([-1, 0, 0.3, 1, 3, 9]), LOG)
    assert buckets.edges == (-math.inf, 0.5, 1, 2, 4, 8, math.inf)
    assert buckets.place.tolist() == [0, 0, 0, 2, 3, 5]
    wide = number_buckets(CONTRAST, np.float32([1e-9, 1e9]), LOG)
    assert len(wide) <= 13


def test_a_users_own_edges() -> None:
    buckets = number_buckets(CONTRAST, np.float32([-2, 0, 5, 20]), "-1,1,10")
    assert buckets.titles == ("-1 to 1", "1–10")
    assert buckets.place.tolist() == [-1, 0, 1, -1]
    for wrong in ("5", "8,4", "1,1", "1,,2", "1,nan"):
        with pytest.raises(ArgumentError, match="no edges"):
            number_buckets(CONTRAST, np.float32([1]), wrong)


def test_rare_categories_are_one_bucket_together() -> None:
    names = [f"c{index}" for index in range(20)]
    values = np.concatenate([np.repeat(np.arange(20), 20 - np.arange(20)), [-1]]).astype(np.int32)
    buckets = category_buckets(CLASS, values, names)
    assert buckets.titles == (*names[:MOST_CATEGORIES], "8 others")
    assert buckets.conditions[0] == Condition("class", ("c0",))
    assert buckets.conditions[-1] == Condition("class", tuple(names[MOST_CATEGORIES:]))
    assert (buckets.rest, buckets.n_outside) == (8, 1)
    assert np.bincount(buckets.place[:-1])[-1] == sum(20 - index for index in range(12, 20))


def test_categories_that_no_unit_has_get_no_bucket() -> None:
    buckets = category_buckets(CLASS, np.int32([2, 2, 0]), ["a", "b", "c"])
    assert buckets.titles == ("c", "a")
    assert buckets.place.tolist() == [0, 0, 1]
