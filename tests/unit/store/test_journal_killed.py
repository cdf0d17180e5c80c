"""A process that is killed with SIGKILL before and after every step of beginning a journal and of saving."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from granview.store.journal import unsaved_changes_of
from granview.store.session import Session
from tests.helpers.store import new_session

_ROOT: Final = Path(__file__).parents[3]

_WRITER: Final = """
import os, signal, sys
from pathlib import Path
from granview.store import database_copy, journal
from granview.store.session import Session
from tests.helpers.store import result, sample

path, home, where, when = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
OWNERS = {"clone_file": journal, "_back_up": database_copy, "_clean": database_copy, "_drop_log": database_copy,
          "_sync_folder": database_copy, "_mark": journal.Journal, "_about_to_save": journal.Journal,
          "_note": journal.Journal, "replace": Path, "remove": journal.Journal}
session = Session.open_document(path, home=home)
if where != "clone_file" and where != "_mark":
    session.record([result("small", sample("s0"))])
owner = OWNERS[where]
real = getattr(owner, where)
def step(*args, **named):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*args, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, where, staticmethod(step) if where == "_mark" else step)
session.record([result("large", sample("s0"))])
session.save()
session.close()
"""

_SAVED: Final = {("replace", "after"), ("_sync_folder", "before"), ("_sync_folder", "after")}
"""The kills after which the document is the new one, and its journal knows that nothing is unsaved."""

_STEPS: Final = ["_back_up", "_clean", "_about_to_save", "_drop_log", "replace", "_sync_folder", "_note", "remove"]


def _kill(path: Path, home: Path, where: str, when: str) -> None:
    command = [sys.executable, "-c", _WRITER, str(path), str(home), where, when]
    done = subprocess.run(command, check=False, cwd=_ROOT, capture_output=True, text=True)
    assert done.returncode == -9, done.stderr


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("where", _STEPS)
def test_after_a_kill_the_old_or_the_new_document_is_whole_and_nothing_is_lost(
    tmp_path: Path, where: str, when: str
) -> None:
    path, home = tmp_path / "a.granview", tmp_path / "home"
    new_session(path).close()
    _kill(path, home, where, when)
    with Session.open(path, read_only=True) as document:
        n_saved = len(document.results())
    is_saved = (where, when) in _SAVED or where == "remove"
    assert n_saved == (2 if is_saved else 0)
    left = unsaved_changes_of(path)
    assert (left is None) == is_saved
    with Session.open_document(path, home=home) as session:
        assert len(session.results()) == 2
        assert session.n_unsaved == (0 if is_saved else 2)
        session.save()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.granview"]
    with Session.open(path) as session:
        assert len(session.results()) == 2


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("where", ["clone_file", "_mark", "replace"])
def test_after_a_kill_while_a_journal_begins_the_document_is_as_it_was(tmp_path: Path, where: str, when: str) -> None:
    path, home = tmp_path / "a.granview", tmp_path / "home"
    new_session(path).close()
    _kill(path, home, where, when)
    with Session.open_document(path, home=home) as session:
        assert len(session.samples()) == 2
        session.add_samples([])
        session.save()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.granview"]
