import pytest

from granview.core.errors import ArgumentError
from granview.core.explain_query import PointPlace, SpanPlace
from granview.explain.geometry.text_view import TextView, tokens_of
from tests.helpers.explained import tokens


def test_a_stretch_has_the_tokens_it_touches() -> None:
    words = tokens(4, special=1)
    assert tokens_of(SpanPlace(4, 7), words).tolist() == [1, 2]
    assert tokens_of(SpanPlace(3, 3), words).tolist() == [1]
    assert tokens_of(None, words).tolist() == []


def test_special_tokens_and_other_parts_are_not_touched() -> None:
    words = tokens(4, special=1)
    with pytest.raises(ArgumentError, match="no token there"):
        tokens_of(SpanPlace(0, 1), words)
    with pytest.raises(ArgumentError, match="asked about the text, not about the second text"):
        tokens_of(SpanPlace(3, 5, "pair"), words)
    with pytest.raises(ArgumentError, match="asked about what the model writes, not about the text"):
        tokens_of(SpanPlace(3, 5), tokens(4, "target"))
    with pytest.raises(ArgumentError, match="Pixels"):
        tokens_of(PointPlace(1, 1), words)


def test_sides_are_told_by_their_stack_and_length() -> None:
    view = TextView(tokens(5), tokens(5, "target"))
    assert view.side(5, decoder=True) is view.target
    assert view.side(5, decoder=False) is view.source
    assert view.side(4, decoder=False) is None
    alone = TextView(tokens(5))
    assert alone.side(5, decoder=True) is alone.source


def test_a_decoder_may_be_given_the_source_or_attend_to_both_texts_at_once() -> None:
    source, target = tokens(5), tokens(3, "target")
    assert TextView(source, fed=target).side(3, decoder=True) is target
    assert TextView(source, fed=target).side(5, decoder=False) is source
    both = TextView(source, target).side(8, decoder=True)
    assert both is not None
    assert both.pieces == target.pieces + source.pieces
    assert TextView(source, target).side(8, decoder=False) is None
