"""One torch thread, and pictures, for the tests of models."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from granview.core.lane import LaneSpec
from granview.models.adapter import Adapter
from granview.models.load import load_adapter


@pytest.fixture(autouse=True, scope="session")
def one_torch_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def picture() -> NDArray[np.uint8]:
    """(81, 108, 3): coloured squares of 9 pixels."""
    rng = np.random.default_rng(0)
    return np.kron(rng.integers(0, 255, (9, 12, 3)), np.ones((9, 9, 1))).astype(np.uint8)


@pytest.fixture
def load():
    """Loads a source as a lane would, on the CPU, without a word about progress."""

    def loaded(model: object, **options: object) -> Adapter:
        return load_adapter(LaneSpec("lane", str(model), device="cpu", **options), lambda what, share: None)

    return loaded
