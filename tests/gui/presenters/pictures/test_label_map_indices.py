"""Label maps as indices: compaction, outlines, colours."""

import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.gui.paint.overlay_style import OverlayStyle, class_name
from granview.gui.presenters.pictures.label_map_indices import (
    NOTHING,
    REST,
    Compaction,
    blocks,
    color_table,
    compact,
    count,
    mapped_by,
    outline,
)

LABELS = LabelSet(("road", "sky", "Traffic_Light"), ((10, 20, 30), (40, 50, 60), (70, 80, 90)))


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


@pytest.fixture
def three() -> Compaction:
    return compact(np.array([[0, 0, 0, 1, 1, 2]], np.uint8))


def test_colours_follow_the_classes_and_opacity_is_alpha(three: Compaction) -> None:
    table = color_table(three, LABELS, OverlayStyle(opacity=0.5))
    assert table[:4] == [0, 0x800A141E, 0x8028323C, 0x8046505A]
    assert len(table) == 256


def test_hidden_classes_are_transparent_however_they_are_spelled(three: Compaction) -> None:
    table = color_table(three, LABELS, OverlayStyle(hidden=frozenset({"traffic light"})))
    assert table[3] == 0
    assert table[1] >> 24 > 0


def test_the_highlighted_class_stands_out_and_others_step_back(three: Compaction) -> None:
    plain = color_table(three, LABELS, OverlayStyle(opacity=0.5))
    lit = color_table(three, LABELS, OverlayStyle(opacity=0.5, highlighted="sky"))
    assert lit[2] >> 24 > plain[2] >> 24
    assert lit[1] >> 24 < plain[1] >> 24


def test_a_class_outside_the_label_set_has_its_number_and_the_spare_colour() -> None:
    table = color_table(compact(np.array([[9]], np.uint8)), LABELS, OverlayStyle(1.0, unnamed=(1, 2, 3)))
    assert table[1] == 0xFF010203
    assert class_name(LABELS, 9) == "9"
