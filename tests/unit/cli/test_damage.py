import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from granview.cli import main
from granview.store.session import Session
from tests.helpers.scored import scored_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.granview"
    scored_session(path, samples=8).close()
    return path


def _execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "arguments",
    [
        ["slices"],
        ["slices", "--columns"],
        ["verdict"],
        ["grain"],
        ["export", "--only", "tables", "--out", "out"],
        ["report", "--out", "report.html"],
        ["compare", "a.granview"],
    ],
)
def test_a_damaged_session_is_no_success(
    path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    command = [arguments[0], path.name, *arguments[1:]]
    _execute(path, "UPDATE lanes SET spec = x'00' WHERE name = 'poor'")
    assert main(command) == 1
    assert capsys.readouterr().err.count("granview: a.granview: lane 'poor' is damaged, and left out.") == 1
    _execute(path, "DROP TABLE results")
    assert main(command) == 2
    assert "is damaged, or not a session" in capsys.readouterr().err


def test_a_comparison_that_damage_leaves_nothing_of_says_what_is_damaged(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _execute(path, "UPDATE lanes SET spec = x'00'")
    assert main(["compare", str(path), str(path)]) == 3
    assert "lane 'poor' is damaged, and left out" in capsys.readouterr().err


def test_changes_that_were_not_saved_are_spoken_of_and_no_failure(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Session.open_document(path, home=path.parent / "home") as session:
        session.remove_lane("poor")
    for command in (["grain", str(path)], ["slices", str(path)], ["verdict", str(path)]):
        assert main(command) == 0
        captured = capsys.readouterr()
        assert captured.err.count("that were not saved; it was read as it was saved") == 1
