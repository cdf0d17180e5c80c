"""Where names of dots go."""

import itertools

import numpy as np
import pytest

from granview.gui.widgets.label_placement import place_labels

BOUNDS = (600.0, 300.0)


def boxes_of(dots: list[tuple[float, float]], size: tuple[float, float]) -> list[tuple[float, float, float, float]]:
    placed = place_labels(dots, [size] * len(dots), BOUNDS)
    return [(each.left, each.top, each.left + size[0], each.top + size[1]) for each in placed]


def test_a_dot_by_itself_is_named_above() -> None:
    (placed,) = place_labels([(300, 150)], [(60, 16)], BOUNDS)
    assert (placed.left, placed.top, placed.has_leader) == (270, 125, False)


def test_at_the_edge_the_name_stays_inside() -> None:
    for dot in itertools.product((0, 600), (0, 300)):
        ((left, top, right, bottom),) = boxes_of([dot], (90, 16))
        assert left >= 0
        assert top >= 0
        assert right <= 600
        assert bottom <= 300


@pytest.mark.parametrize("seed", range(5))
def test_names_do_not_cover_each_other(seed: int) -> None:
    generator = np.random.default_rng(seed)
    dots = [(300 + 40 * x, 150 + 40 * y) for x, y in generator.normal(size=(7, 2)).tolist()]
    for one, other in itertools.combinations(boxes_of(dots, (90, 16)), 2):
        assert min(one[2], other[2]) <= max(one[0], other[0]) or min(one[3], other[3]) <= max(one[1], other[1])


def test_a_name_that_has_to_go_far_has_a_line() -> None:
    dots = [(300.0, 150.0)] * 9
    assert any(each.has_leader for each in place_labels(dots, [(90, 16)] * 9, BOUNDS))
    assert place_labels([], [], BOUNDS) == []
