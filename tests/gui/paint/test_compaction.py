"""Label maps as indices: compaction, pyramid, outlines."""

import numpy as np
import pytest

from granview.gui.paint.compaction import NOTHING, REST, compact
from granview.gui.paint.lookup import blocks, count, mapped_by
from granview.gui.paint.outline import outline
from granview.gui.paint.pyramid import pyramid


def test_rarer_classes_have_larger_indices() -> None:
    labels = np.array([[7, 7, 7, 7], [300, 300, 5, 300]], np.uint16)
    found = compact(labels)
    assert found.classes == (7, 300, 5)
    assert found.indices.tolist() == [[1, 1, 1, 1], [2, 2, 3, 2]]
    assert found.counts == {7: 4, 300: 3, 5: 1}
    assert (found.present, found.left_over) == (3, 0)


def test_nothing_has_index_zero_and_is_no_class() -> None:
    found = compact(np.array([[255, 1, 255]], np.uint8), nothing=(255, 60_000))
    assert found.indices.tolist() == [[NOTHING, 1, NOTHING]]
    assert (found.classes, found.present, found.counts[255]) == ((1,), 1, 2)


@pytest.mark.parametrize(("present", "own"), [(255, 255), (256, 254), (5000, 254)])
def test_what_finds_no_index_of_its_own_shares_the_last(present: int, own: int) -> None:
    labels = np.repeat(np.arange(present, dtype=np.uint16), 2).reshape(2, -1)
    labels = np.concatenate([labels, np.tile(labels[:, :1], (1, 5))], axis=1)
    found = compact(labels)
    assert found.present == present
    assert len(found.classes) == own
    assert found.left_over == present - own
    assert found.classes[0] == labels[0, 0]
    back = np.array([-1, *found.classes] + [-2] * (REST - own))[found.indices]
    is_own = np.isin(labels, found.classes)
    assert np.array_equal(back[is_own], labels[is_own])
    assert np.all(found.indices[~is_own] == REST)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_blocks_cover_all_rows_and_agree_with_numpy(dtype: type[np.unsignedinteger]) -> None:
    labels = np.random.default_rng(0).integers(0, 200, (2051, 1501)).astype(dtype)
    assert sum(len(labels[rows]) for rows in blocks(labels.shape)) == len(labels)
    assert np.array_equal(count(labels)[:200], np.bincount(labels.ravel(), minlength=200))
    table = np.random.default_rng(1).integers(0, 255, np.iinfo(dtype).max + 1).astype(np.uint8)
    assert np.array_equal(mapped_by(labels, table), table[labels])


def test_a_hairline_is_on_every_level() -> None:
    indices = np.ones((1001, 777), np.uint8)
    indices[:, 333] = 2
    indices[500, 10] = 3
    levels = pyramid(indices)
    assert [level.shape for level in levels[:3]] == [(1001, 777), (501, 389), (251, 195)]
    assert max(levels[-1].shape) <= 16
    for n, level in enumerate(levels):
        assert np.all(level[:, 333 >> n] >= 2)
        assert level[500 >> n, 10 >> n] == 3


def test_levels_keep_the_largest_of_four_at_odd_edges_too() -> None:
    indices = np.random.default_rng(3).integers(0, 9, (301, 257)).astype(np.uint8)
    padded = np.zeros((302, 258), np.uint8)
    padded[:301, :257] = indices
    expected = padded.reshape(151, 2, 129, 2).max(axis=(1, 3))
    assert np.array_equal(pyramid(indices)[1], expected)
    assert np.array_equal(pyramid(indices)[0], indices)


def test_outline_is_one_pixel_inside_the_rarer_class() -> None:
    indices = np.ones((7, 7), np.uint8)
    indices[1:6, 1:6] = 2
    lines = outline(indices)
    expected = np.zeros((7, 7), np.uint8)
    expected[1:6, 1:6] = 2
    expected[2:5, 2:5] = 0
    assert np.array_equal(lines, expected)


def test_a_hairline_is_its_own_outline_and_the_edge_is_no_border() -> None:
    indices = np.ones((5, 5), np.uint8)
    indices[2] = 4
    lines = outline(indices)
    assert np.all(lines[2] == 4)
    assert np.count_nonzero(lines) == 5
    assert not outline(np.full((4, 4), 9, np.uint8)).any()
