from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from granview.settings import Settings
from granview.store.session import Session
from tests.helpers.shell import Bench, open_bench

OpenBench = Callable[..., Bench]


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path) -> Iterator[OpenBench]:
    """Opens windows, and closes those that the test leaves open."""
    benches: list[Bench] = []

    def opened(session: Session | None = None, settings: Settings | None = None, home: Path = tmp_path) -> Bench:
        benches.append(open_bench(qapp, home, session, settings))
        return benches[-1]

    yield opened
    for bench in benches:
        bench.close()


@pytest.fixture
def bench(open_window: OpenBench) -> Bench:
    """An empty window."""
    return open_window()
