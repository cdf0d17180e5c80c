import numpy as np
import pytest

from granview.core.offsets import offsets
from granview.gui.presenters.marks import Emphasis, SpanIndex, TextFormat, marks_of, token_shades


def test_stretches_are_found_as_by_looking_at_each() -> None:
    generator = np.random.default_rng(0)
    starts = generator.integers(0, 200, 80)
    pairs = np.stack([starts, starts + generator.integers(1, 30, 80)], axis=1).astype(np.int32)
    index = SpanIndex(pairs)
    for low in range(0, 230, 3):
        expected = [i for i, (a, b) in enumerate(pairs.tolist()) if a < low + 5 and b > low]
        assert sorted(index.between(low, low + 5)) == expected
        lengths = [b - a for a, b in pairs.tolist() if a <= low < b]
        found = index.at(low)
        assert (found is None) == (not lengths)
        assert found is None or pairs[found, 1] - pairs[found, 0] == min(lengths)


def test_no_stretches_are_found_among_none() -> None:
    index = SpanIndex(offsets([]))
    assert index.between(0, 10) == []
    assert index.at(0) is None


def test_equal_looks_are_kept_once() -> None:
    red = TextFormat("bad", 0.5)
    marks = marks_of(offsets([(5, 6), (0, 2), (1, 9)]), [red, TextFormat("bad", 0.5), TextFormat("good")])
    assert len(marks.table) == 2
    assert [(mark.start, mark.end) for mark in marks.between(0, 10)] == [(0, 2), (1, 9), (5, 6)]


def test_the_less_sure_the_stronger_the_shade() -> None:
    marks = token_shades(offsets([(0, 1), (1, 2), (2, 3)]), np.array([1.0, 0.6, 0.1], np.float32))
    sure, less, least = (mark.text_format for mark in marks.between(0, 3))
    assert sure.fill == 0
    assert 0 < less.fill < least.fill
    assert (sure.under, less.under, least.under) == ("", "", "dotted")


@pytest.mark.parametrize(("hidden", "expected"), [({"per son"}, True), ({"ORG"}, False), (set(), False)])
def test_names_are_matched_as_names_of_classes_are(hidden: set[str], expected: bool) -> None:
    assert Emphasis.of(hidden, None).hides(TextFormat("text", name="PER_SON")) is expected


def test_all_but_the_highlighted_class_step_back() -> None:
    emphasis = Emphasis.of((), "per")
    assert [emphasis.fades(TextFormat("text", name=name)) for name in ("PER", "ORG", "")] == [False, True, False]
