import subprocess
import sys
from pathlib import Path

import pytest

from granview.core.errors import SessionError
from granview.gui.session.first_session import start_opening
from granview.settings import Settings
from granview.store import session as sessions
from granview.store.session import Session

_OPEN = """
import gc, sys
from granview.cli import main
code = main(sys.argv[1:])
print(gc.isenabled())
sys.exit(code)
"""


def test_without_a_path_a_session_without_a_name_is_made_as_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "unnamed_folder", lambda: tmp_path)
    with start_opening(None, Settings(boundary_tolerance_px=5)).result() as session:
        assert session.unnamed
        assert session.path.parent == tmp_path
        assert session.params().boundary_tolerance_px == 5


def test_session_that_is_open_elsewhere_is_opened_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with Session.create(path), start_opening(path, Settings()).result() as second:
        assert second.read_only
        assert "open elsewhere" in second.notices[0]


def test_damaged_session_is_reported_to_whoever_asks_for_it(tmp_path: Path) -> None:
    opening = start_opening(_damaged(tmp_path), Settings())
    with pytest.raises(SessionError, match="damaged, or not a session"):
        opening.result()


def test_program_says_that_a_session_is_damaged_and_collects_garbage_again(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(_damaged(tmp_path))],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[3],
    )
    assert done.returncode == 2
    assert "granview: bad.granview is damaged, or not a session." in done.stderr
    assert done.stdout.split() == ["True"]


def _damaged(folder: Path) -> Path:
    path = folder / "bad.granview"
    path.write_bytes(b"this is no database" * 100)
    return path
