"""Signals that ask the window to end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop

from granview.core.errors import SessionError
from granview.gui.app import where_it_is
from granview.gui.background.end_at_signals import EndingSignals
from granview.store.session import Session
from tests.helpers.shell import write_scene
from tests.helpers.store import new_session

_ROOT = Path(__file__).parents[3]


def test_a_signal_reaches_qt_and_a_second_one_would_end_the_process() -> None:
    before = signal.getsignal(signal.SIGTERM)
    ending, loop, asked = EndingSignals(), QEventLoop(), []
    ending.asked.connect(asked.append)
    ending.asked.connect(loop.quit)
    os.kill(os.getpid(), signal.SIGTERM)
    loop.exec()
    assert asked == [signal.SIGTERM]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    ending.close()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_window_that_is_ended_keeps_its_comparison_and_says_where(tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "scene", 1)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, str(_ROOT / "main.py"), str(tmp_path / "scenes")]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as window:
        while not _samples(tmp_path):
            assert window.poll() is None
        window.send_signal(signal.SIGTERM)
        assert window.stderr is not None
        said = window.stderr.read()
        assert window.wait(20) == 128 + signal.SIGTERM
    (path,) = tmp_path.rglob("unnamed-*.granview")
    assert said.splitlines()[-1] == f"granview: Ended by SIGTERM. The comparison is in {path}."
    assert "Traceback" not in said
    with Session.open(path) as session:
        assert [sample.name for sample in session.samples()] == ["scene"]


def _samples(home: Path) -> int:
    """How many samples the window has put into its session."""
    paths = list(home.rglob("unnamed-*.granview"))
    if not paths:
        return 0
    try:
        with Session.open(paths[0], read_only=True) as session:
            return len(session.samples())
    except SessionError:
        return 0


def test_a_document_that_was_changed_says_that_its_changes_lie_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    new_session(path).close()
    with Session.open_document(path, home=tmp_path / "home") as session:
        assert where_it_is(session) == f" The comparison is in {path}."
        session.remove_lane("small")
        assert where_it_is(session).endswith(f"{path}. Changes that were not saved are kept beside it.")
