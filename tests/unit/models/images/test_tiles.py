import itertools

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.models.images.tiles import Tiling


@pytest.mark.parametrize("length", [1, 31, 32, 33, 63, 64, 100, 257])
@pytest.mark.parametrize("tiling", [Tiling(), Tiling(32, 0), Tiling(32, 8), Tiling(32, 16, 8), Tiling(32, 24, 8)])
def test_what_is_kept_covers_each_px_once(length, tiling):
    covered = np.zeros(length, int)
    for span in tiling.spans(length):
        covered[span.kept_from : span.kept_to] += 1
        assert 0 <= span.start <= span.kept_from < span.kept_to <= span.stop <= length
        assert span.start % tiling.multiple_px == 0 or span.stop == length
    assert (covered == 1).all()


def test_all_tiles_are_of_one_size_and_overlap_by_at_least_as_much():
    spans = Tiling(32, 8).spans(100)
    assert {span.stop - span.start for span in spans} == {32}
    assert all(left.stop - right.start >= 8 for left, right in itertools.pairwise(spans))


def test_the_outer_half_of_an_overlap_is_thrown_away():
    left, right = Tiling(32, 12).spans(52)
    assert (left.kept_to, right.kept_from) == (26, 26)
    assert Tiling(32, 12).seams(52) == (26,)


def test_tiles_go_row_by_row():
    tiles = list(Tiling(32, 0).tiles(64, 40))
    assert [(tile.rows.start, tile.columns.start) for tile in tiles] == [(0, 0), (0, 8), (32, 0), (32, 8)]


def test_an_overlap_that_leaves_nothing_is_refused():
    with pytest.raises(ArgumentError, match="cannot overlap by 32 px"):
        Tiling(32, 32)
