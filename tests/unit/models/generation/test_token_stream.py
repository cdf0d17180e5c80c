from types import SimpleNamespace

import numpy as np
import pytest
import torch

from granview.models.adapter import NO_WATCHER
from granview.models.generation.token_stream import Following, end_tokens, up_to_the_end

SURE = np.linspace(0.1, 0.5, 5, dtype=np.float32)


@pytest.mark.parametrize(
    ("ids", "kept", "stopped"),
    [
        ([5, 6, 2, 0, 0], [5, 6, 2], "end"),
        ([5, 6, 3, 2, 0], [5, 6, 3], "end"),
        ([5, 6, 7, 8, 9], [5, 6, 7, 8, 9], "length"),
        ([5, 0, 0, 8, 2], [5, 0, 0, 8, 2], "end"),
    ],
)
def test_a_row_ends_with_the_first_token_that_ends_a_text(ids, kept, stopped):
    written = up_to_the_end(ids, SURE, {2, 3}, 1.5)
    assert (written.ids, written.stopped, written.first_token_ms) == (kept, stopped, 1.5)
    assert written.probabilities.tolist() == SURE[: len(kept)].tolist()


@pytest.mark.parametrize(("given", "expected"), [(None, set()), (2, {2}), ([2, 3], {2, 3})])
def test_a_config_names_none_one_or_several_ends(given, expected):
    assert end_tokens(SimpleNamespace(eos_token_id=given)) == expected


class Listener:
    def __init__(self, unwanted=False):
        self.told = []
        self.unwanted = unwanted

    def written(self, index, text):
        self.told.append((index, text))

    def cancelled(self):
        return self.unwanted


def words(row, ids):
    return f"{row}:{ids}"


def step(following, scores, chosen):
    """One step, as transformers takes it."""
    prompt = torch.zeros(len(chosen), 2, dtype=torch.long)
    assert following.see(prompt, scores) is scores
    return following.ended(torch.cat([prompt, torch.tensor(chosen)[:, None]], 1), None)


def test_probabilities_are_those_of_the_tokens_chosen():
    following = Following(NO_WATCHER, range(2), words, True, 0.0)
    first, second = torch.randn(2, 5), torch.randn(2, 5)
    step(following, first, [1, 4])
    step(following, second, [0, 2])
    expected = [
        [first.softmax(-1)[0, 1], second.softmax(-1)[0, 0]],
        [first.softmax(-1)[1, 4], second.softmax(-1)[1, 2]],
    ]
    torch.testing.assert_close(following.log_probabilities().exp(), torch.tensor(expected))


def test_rows_are_told_under_their_places():
    listener = Listener()
    following = Following(listener, [3, 4], words, True, 0.0)
    step(following, torch.zeros(2, 5), [1, 2])
    step(following, torch.zeros(2, 5), [3, 4])
    assert listener.told == [(3, "0:[1]"), (4, "1:[2]"), (3, "0:[1, 3]"), (4, "1:[2, 4]")]


def test_rows_are_not_told_more_often_than_asked():
    listener = Listener()
    following = Following(listener, [0], words, True, 3600.0)
    following._sent_s = following._started_s
    for _ in range(5):
        step(following, torch.zeros(1, 5), [1])
    assert listener.told == []


@pytest.mark.parametrize("unwanted", [True, False])
def test_generation_ends_when_nobody_wants_it(unwanted):
    following = Following(Listener(unwanted), [0, 1], words, True, 0.0)
    assert step(following, torch.zeros(2, 5), [1, 2]).tolist() == [unwanted] * 2


def test_the_first_token_is_timed_once():
    following = Following(NO_WATCHER, [0], words, True, 0.0)
    assert following.first_token_ms is None
    step(following, torch.zeros(1, 5), [1])
    first = following.first_token_ms
    step(following, torch.zeros(1, 5), [1])
    assert 0 < first == following.first_token_ms


def test_beams_are_not_told():
    listener = Listener()
    following = Following(listener, [0], words, False, 0.0)
    assert step(following, torch.zeros(4, 5), [1, 2, 3, 4]).shape == (4,)
    assert listener.told == []
