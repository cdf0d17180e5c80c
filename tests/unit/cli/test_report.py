import subprocess
import sys
from pathlib import Path

import pytest

from granview.cli import main
from tests.helpers.scored import scored_session


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "a.granview"
    scored_session(path, samples=9).close()
    return path


def test_a_report_is_written_by_a_process(session: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    command = [sys.executable, "-m", "granview", "report", str(session), "--out", str(out), "--title", "A & B"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.strip() == str(out)
    assert "A &amp; B" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--out", "r.docx"], "no known format"),
        (["--out", "r.html", "--against", "none"], "no lane 'none'"),
    ],
)
def test_what_cannot_be_done_is_said(
    session: Path,
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", str(session), *arguments]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
