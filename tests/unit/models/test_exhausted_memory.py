import numpy as np
import pytest
import torch

from granview.core.errors import MemoryExhausted
from granview.models.exhausted_memory import asked_bytes, exhausted, means_exhausted


def raised(action):
    try:
        action()
    except (RuntimeError, MemoryError) as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        (lambda: torch.empty(1 << 60, dtype=torch.uint8), 1 << 60),
        (lambda: np.empty(1 << 60, np.uint8), 1 << 60),
        (lambda: bytearray(1 << 62), None),
    ],
    ids=["torch", "numpy", "python"],
)
def test_libraries_own_errors_are_known_with_what_they_asked_for(action, asked):
    error = raised(action)
    assert means_exhausted(error)
    assert asked_bytes(error) == asked


@pytest.mark.parametrize(("words", "asked"), [("Tried to allocate 2.50 GiB. GPU 0 has", 5 << 29), ("no number", None)])
def test_the_number_of_a_gpus_error_is_read(words, asked):
    error = torch.OutOfMemoryError(f"CUDA out of memory. {words}")
    assert means_exhausted(error)
    assert asked_bytes(error) == asked


def test_the_sentence_has_the_numbers():
    error = exhausted(MemoryError("Unable to allocate 3.00 GiB for an array"), "cpu")
    assert error.message.startswith("The memory of cpu is exhausted: 3.2 GB more were asked for, and ")
    assert error.message.endswith("are free now.")
    assert exhausted(MemoryError(), "cuda:63").message == "The memory of cuda:63 is exhausted."


def test_an_error_in_words_keeps_them():
    error = MemoryExhausted("in words")
    assert exhausted(error, "cpu") is error


def test_other_errors_mean_something_else():
    assert not means_exhausted(RuntimeError("shapes do not match"))
