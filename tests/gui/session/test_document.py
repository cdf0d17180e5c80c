import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.session.document import Document
from granview.gui.session.live_query import LiveQuery
from granview.store.session import Session
from tests.helpers.shell_waiting import until
from tests.helpers.store import sample


@pytest.fixture
def document(qapp: QApplication, tmp_path: Path) -> Iterator[Document]:
    made = Document(Session.create(tmp_path / "first.granview"))
    yield made
    made.close(lambda: None)


def test_writes_happen_in_the_order_asked_for(qapp: QApplication, document: Document) -> None:
    done: list[bool] = []
    document.write(lambda session: session.add_samples([sample("one")]))
    document.write(lambda session: session.remove_samples(["one"]))
    document.write(lambda session: session.add_samples([sample("two")]), lambda _: done.append(True))
    until(qapp, lambda: done)
    assert [each.name for each in document.session.samples()] == ["two"]


def test_answer_about_a_session_that_was_replaced_is_dropped(
    qapp: QApplication, document: Document, tmp_path: Path
) -> None:
    gate, heard = threading.Event(), list[str]()
    document.read(lambda _: gate.wait(), lambda _: heard.append("first"))
    closed: list[bool] = []
    document.replace(Session.create(tmp_path / "second.granview"), lambda: closed.append(True))
    gate.set()
    document.read(lambda session: session.path.name, heard.append)
    until(qapp, lambda: heard)
    assert heard == ["second.granview"]
    until(qapp, lambda: closed)


def test_failure_that_nobody_asked_about_is_told(qapp: QApplication, document: Document) -> None:
    told: list[Exception] = []
    document.failed.connect(told.append)
    document.write(lambda session: session.add_samples([sample("one"), sample("one")]))
    until(qapp, lambda: told)
    assert "one" in str(told[0])


def test_feed_asks_only_while_somebody_looks(qapp: QApplication, document: Document) -> None:
    asked, heard = list[int](), list[int]()
    feed: LiveQuery[int] = LiveQuery(document, document, delay_ms=1)
    feed.ready.connect(heard.append)
    feed.ask(lambda _: asked.append(1) or len(asked))
    for _ in range(20):
        qapp.processEvents()
    assert asked == []
    feed.set_active(True)
    until(qapp, lambda: heard)
    assert heard == [1]
    feed.invalidate()
    feed.invalidate()
    until(qapp, lambda: len(heard) == 2)
    assert len(asked) == 2


def test_feed_asks_again_what_was_invalidated_while_it_asked(qapp: QApplication, document: Document) -> None:
    gate, heard = threading.Event(), list[int]()
    asked: list[int] = []

    def question(_: Session) -> int:
        asked.append(1)
        gate.wait()
        return len(asked)

    feed: LiveQuery[int] = LiveQuery(document, document, delay_ms=1)
    feed.ready.connect(heard.append)
    feed.ask(question)
    feed.set_active(True)
    until(qapp, lambda: asked)
    feed.invalidate()
    gate.set()
    until(qapp, lambda: len(heard) == 2)
    assert heard == [1, 2]
