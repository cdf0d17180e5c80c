"""An engine of test lanes per test, shut down at its end."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from granview.engine.engine import DEFAULT_LIMITS, Engine
from granview.engine.limits import Limits, WorkerOptions
from tests.helpers.engine import SPAWN, Witness

NewEngine = Callable[..., Engine]


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def new_engine(witness: Witness) -> Iterator[NewEngine]:
    """Makes engines that the witness listens to."""
    engines: list[Engine] = []

    def make(limits: Limits = DEFAULT_LIMITS, workers: WorkerOptions = SPAWN) -> Engine:
        engines.append(Engine(witness, limits=limits, workers=workers))
        return engines[-1]

    yield make
    for engine in engines:
        engine.shutdown()


@pytest.fixture
def engine(new_engine: NewEngine) -> Engine:
    return new_engine()


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A named pipe at which a blue picture waits."""
    path = tmp_path / "gate"
    os.mkfifo(path)
    return path
