import numpy as np

from granview.models.texts.text_batch import padded
from granview.models.texts.tokens import Tokens

ROWS = [
    (Tokens([5, 6, 7], [0, 0, 0], [0, 1, 1]), np.array([0, 1, 2])),
    (Tokens([8, 9, 10], [0, 0, 0], [0, 0, 1]), np.array([2])),
]
NAMES = ("input_ids", "attention_mask", "token_type_ids")


def lists(tensors):
    return {name: tensor.tolist() for name, tensor in tensors.items()}


def test_shorter_rows_are_filled_up_on_the_right():
    assert lists(padded(ROWS, NAMES, 99)) == {
        "input_ids": [[5, 6, 7], [10, 99, 99]],
        "attention_mask": [[1, 1, 1], [1, 0, 0]],
        "token_type_ids": [[0, 1, 1], [1, 0, 0]],
    }


def test_or_on_the_left():
    assert lists(padded(ROWS, NAMES[:2], 99, left=True)) == {
        "input_ids": [[5, 6, 7], [99, 99, 10]],
        "attention_mask": [[1, 1, 1], [0, 0, 1]],
    }


def test_lengths_are_rounded_up_as_far_as_the_network_goes():
    assert padded(ROWS, NAMES, 0, multiple=8)["input_ids"].shape == (2, 8)
    assert padded(ROWS, NAMES, 0, multiple=8, most=5)["input_ids"].shape == (2, 5)


def test_a_long_text_is_turned_into_numbers_once_however_many_windows_it_has():
    class Counted(list):
        turned = 0

        def __array__(self, *args, **kwargs):
            Counted.turned += 1
            return np.array(list(self), *args[:1])

    ids = Counted(range(100))
    tokens = Tokens(ids, [0] * 100, [0] * 100)
    for start in range(100):
        padded([(tokens, np.array([start]))], NAMES, 0)
    assert Counted.turned <= 1
    assert tokens.id_array is tokens.id_array
