"""What was built is started before it is packed."""

import sys
from pathlib import Path

import pytest
from app.layout import Layout
from app.self_check import IMPORT_ALL, check_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts of POSIX stand for interpreters")


@pytest.mark.parametrize(
    ("script", "refused"),
    [
        ("exit 0", ""),
        ("echo 'granview.gui.x: No module named PySide6.QtQuick'", "QtQuick"),
        ("echo 'libz.so.1 is missing' >&2; exit 127", "libz"),
    ],
)
def test_a_folder_that_cannot_import_all_of_the_window_is_refused(tmp_path: Path, script: str, refused: str) -> None:
    layout = Layout(tmp_path / "GranView", "linux", "3.11")
    layout.python.parent.mkdir(parents=True)
    layout.python.write_text(f"#!/bin/sh\n{script}\n")
    layout.python.chmod(0o755)

    if not refused:
        check_folder(layout)
        return
    with pytest.raises(SystemExit, match=refused):
        check_folder(layout)


def test_what_it_runs_is_a_program_of_this_python() -> None:
    compile(IMPORT_ALL, "IMPORT_ALL", "exec")
