"""Brackets and negations, by hand."""

import pytest

from granview.scoring.text_measures import bracket_depth, count_negations


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("no brackets", 0),
        ("(one) and (one)", 1),
        ("f(g[h{1}])", 3),
        ("never (closed (twice", 2),
        (")) (", 1),
        ("a) (b]) (c", 1),
        ("（全角（二））", 2),
    ],
)
def test_depth_of_brackets(text: str, depth: int) -> None:
    assert bracket_depth(text) == depth


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("It is good.", 0),
        ("It isn't good, not at all.", 2),
        ("Nothing, never!", 2),
        ("Das ist kein Fehler und nicht schlecht.", 2),
        ("Ce n'est pas mal.", 2),
        ("No hay nada.", 2),
        ("这不是坏的", 1),
        ("knot notable", 0),
        ("", 0),
    ],
)
def test_negations(text: str, n: int) -> None:
    assert count_negations(text) == n
