from pathlib import Path

from granview.store.journal import working_path
from granview.store.session import Session
from granview.store.unsaved_notice import unsaved_notice
from tests.helpers.store import new_session, result, sample


def test_whoever_reads_a_session_hears_of_changes_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    new_session(path).close()
    assert unsaved_notice(path) == ""
    with Session.open_document(path, home=tmp_path / "home") as session:
        assert unsaved_notice(path) == ""
        session.record([result("small", sample("s0"))])
        assert "that were not saved; it was read as it was saved" in unsaved_notice(path)
        session.save()
        assert unsaved_notice(path) == ""
        session.record([result("large", sample("s0"))])
    assert unsaved_notice(path).startswith("a.granview has changes of 20")
    working_path(path).write_bytes(b"nothing" * 999)
    assert "cannot be read" in unsaved_notice(path)
