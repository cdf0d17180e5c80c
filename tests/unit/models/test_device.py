import pytest
import torch

from granview.core.errors import DeviceError
from granview.models.device import place


def test_cpu_is_asked_for_and_given_without_a_word():
    placement = place("cpu")
    assert placement.device == torch.device("cpu")
    assert placement.name
    assert placement.notices == ()


def test_auto_is_the_first_gpu_or_says_why_not():
    placement = place("auto")
    if torch.cuda.is_available():
        assert placement.device == torch.device("cuda", 0)
        assert placement.notices == ()
    else:
        assert placement.device == torch.device("cpu")
        assert placement.notices[0].startswith("Runs on the CPU: ")


def test_a_gpu_that_is_not_there_is_an_error():
    with pytest.raises(DeviceError, match="cuda:99 is not there"):
        place("cuda:99")
