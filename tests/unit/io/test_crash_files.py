"""What is kept of defects, and what is found of a program that compiled code ended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from granview.io.crash_files import KEPT, NativeWatch, keep_report, take_native_crashes

ENDS = {
    "aborted": "import ctypes; ctypes.string_at(0)",
    "in order": "watch.close()",
    "killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
}


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("end", ENDS)
def test_a_program_that_compiled_code_ended_is_found_once(end: str, tmp_path: Path) -> None:
    code = (
        "import pathlib, sys\nfrom granview.io.crash_files import NativeWatch\n"
        f"watch = NativeWatch(pathlib.Path(sys.argv[1]))\ndef broken():\n    {ENDS[end]}\nbroken()\n"
    )
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONFAULTHANDLER"}
    surroundings |= {"PYTHONPATH": str(Path(__file__).parents[3])}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=surroundings, cwd=tmp_path, check=False)

    left = take_native_crashes(tmp_path)

    assert len(left) == (end == "aborted")
    assert all("in broken" in text and "Segmentation fault" in text for text in left)
    assert list(tmp_path.iterdir()) == []


def test_what_another_running_program_has_there_stays(tmp_path: Path) -> None:
    other = tmp_path / f"running-{os.getppid()}.txt"
    other.write_text("Fatal Python error: Aborted")

    assert take_native_crashes(tmp_path) == []
    assert other.exists()


def test_where_python_writes_elsewhere_already_that_stays_so(tmp_path: Path) -> None:
    """As under pytest."""
    watch = NativeWatch(tmp_path / "reports")
    watch.close()

    assert not (tmp_path / "reports").exists()


def test_reports_of_one_second_have_files_of_their_own_and_the_oldest_go(tmp_path: Path) -> None:
    files = [keep_report(f"report {number}", tmp_path / "new") for number in range(KEPT + 3)]

    assert len(set(files)) == KEPT + 3
    assert len(list((tmp_path / "new").iterdir())) == KEPT
    assert files[-1].read_text() == f"report {KEPT + 2}"
