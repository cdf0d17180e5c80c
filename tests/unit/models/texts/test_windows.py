import numpy as np
import pytest

from granview.core.errors import InputError
from granview.models.texts.tokens import SPECIAL, Tokens
from granview.models.texts.windows import innermost, room, shared, strided, truncated, whole


def text(n):
    """A text of ``n`` tokens between two special ones."""
    return Tokens(range(n + 2), [SPECIAL, *[0] * n, SPECIAL], [0] * (n + 2))


def pair(first, second):
    """Two texts as BERT frames them."""
    parts = [SPECIAL, *[0] * first, SPECIAL, *[1] * second, SPECIAL]
    return Tokens(range(len(parts)), parts, [0] * len(parts))


def rows(tokens, windows):
    return [window.indices(len(tokens)).tolist() for window in windows]


def test_a_text_that_fits_is_one_window():
    assert strided(text(8), 0, 10, 2) == [whole(text(8))]
    assert rows(text(8), strided(text(8), 0, 10, 2)) == [list(range(10))]


def test_windows_overlap_by_the_stride_and_the_last_ends_with_the_text():
    windows = strided(text(9), 0, 6, 2)
    assert rows(text(9), windows) == [
        [0, 1, 2, 3, 4, 10],
        [0, 3, 4, 5, 6, 10],
        [0, 5, 6, 7, 8, 10],
        [0, 6, 7, 8, 9, 10],
    ]


@pytest.mark.parametrize("n", range(5, 40))
@pytest.mark.parametrize("stride", [0, 1, 3, 100])
def test_every_token_is_in_a_window_and_no_window_is_too_long(n, stride):
    tokens = text(n)
    made = rows(tokens, strided(tokens, 0, 8, stride))
    assert set().union(*made) == set(range(n + 2))
    assert max(map(len, made)) <= 8
    assert len({tuple(row) for row in made}) == len(made)


def test_the_stride_is_at_most_half_of_what_fits():
    assert [shared(6, 100), shared(6, 2), shared(7, -1)] == [3, 2, 0]


def test_of_a_pair_one_text_is_cut_and_the_other_is_in_every_window():
    tokens = pair(2, 9)
    made = rows(tokens, strided(tokens, 1, 10, 1))
    assert made[0] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 13]
    assert all(row[:4] == [0, 1, 2, 3] and row[-1] == 13 for row in made)
    assert set().union(*made) == set(range(14))


def test_truncation_keeps_the_start_or_the_end():
    tokens = text(9)
    assert rows(tokens, [truncated(tokens, 0, 6)]) == [[0, 1, 2, 3, 4, 10]]
    assert rows(tokens, [truncated(tokens, 0, 6, keep_end=True)]) == [[0, 6, 7, 8, 9, 10]]
    assert truncated(tokens, 0, 11) == whole(tokens)


def test_a_frame_that_takes_more_than_half_of_the_window_is_an_error():
    assert room(pair(1, 20), 1, 8) == 4
    with pytest.raises(InputError, match="window of 8 tokens, 5 are taken"):
        room(pair(2, 20), 1, 8)


def test_each_token_is_taken_from_the_window_where_it_is_furthest_from_a_cut():
    tokens = text(9)
    windows = strided(tokens, 0, 6, 2)
    owner, place = innermost(windows, len(tokens))
    assert owner.tolist() == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 0]
    for token in range(11):
        assert windows[owner[token]].indices(11)[place[token]] == token


def test_a_token_that_was_left_out_has_no_window():
    tokens = text(9)
    owner, _ = innermost([truncated(tokens, 0, 6)], len(tokens))
    assert np.flatnonzero(owner < 0).tolist() == [5, 6, 7, 8, 9]
