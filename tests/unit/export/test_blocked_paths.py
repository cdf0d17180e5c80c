"""What is no folder, or stands where a file cannot take its place, is refused before anything is done."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from granview.core.errors import ArgumentError
from granview.export.output_files import write_outputs
from granview.export.run_output import RunOutput
from granview.store.session import Session
from tests.helpers.scored import fill_session


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("name", ["session.granview", "results.csv", "explanation_similarity.csv"])
def test_a_folder_where_a_file_goes_is_refused_before_anything_is_done(
    tmp_path: Path, name: str, overwrite: bool
) -> None:
    mine = tmp_path / "out" / name / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_bytes(b"mine")
    with pytest.raises(ArgumentError, match=f"{name} is a folder"), RunOutput(tmp_path / "out", overwrite):
        pass
    assert files_of(tmp_path / "out") == {f"{name}/mine.txt": b"mine"}


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_file_where_a_folder_goes_is_refused_before_anything_is_done(tmp_path: Path, overwrite: bool) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "comparison").write_bytes(b"mine")
    with pytest.raises(ArgumentError, match="comparison is not a folder"), RunOutput(tmp_path / "out", overwrite):
        pass
    assert files_of(tmp_path / "out") == {"comparison": b"mine"}


@pytest.mark.parametrize("name", ["predictions/third", "predictions/third/s1.png/mine", "results.csv/mine"])
def test_an_export_moves_nothing_where_one_of_its_files_has_no_place(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_bytes(b"mine")
    before = files_of(out)
    with Session.create(tmp_path / "b.granview") as session:
        fill_session(session, tmp_path, lanes=("third",))
        with pytest.raises(ArgumentError, match=r"is a folder|is not a folder"):
            write_outputs(session, out, overwrite=True)
    assert files_of(out) == before


def _loop(path: Path) -> None:
    path.symlink_to(path)


_NO_FOLDERS: list[Callable[[Path], None]] = [
    Path.touch,
    os.mkfifo,
    _loop,
    lambda path: path.symlink_to("/dev/full"),
    lambda path: path.symlink_to(path.with_name("nowhere")),
]


@pytest.mark.parametrize("make", _NO_FOLDERS)
def test_what_is_no_folder_is_a_bad_argument(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "out")
    with pytest.raises(ArgumentError, match="out is not a folder"), RunOutput(tmp_path / "out", overwrite=True):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
