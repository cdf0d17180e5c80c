"""What starts the interpreter beside it."""

import subprocess
from pathlib import Path

import pytest
from app.launchers import write_launcher
from app.layout import Layout


@pytest.mark.parametrize("folder", ["GranView", 'my görüntü $HOME "q"/Gran\'View'])
def test_it_finds_the_interpreter_beside_it_through_links_and_odd_paths(tmp_path: Path, folder: str) -> None:
    layout = Layout(tmp_path / folder, "linux", "3.11")
    layout.python.parent.mkdir(parents=True)
    layout.python.write_text('#!/bin/sh\nprintf "%s\\n" "$0" "$@"\n')
    layout.python.chmod(0o755)
    write_launcher(layout)
    link = tmp_path / "granview"
    link.symlink_to(layout.launcher)

    ended = subprocess.run(
        [str(link), "a b.granview"], env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )

    assert ended.stdout.splitlines() == [str(layout.python), "-I", "-m", "granview", "a b.granview"]


def test_windows_has_a_script_of_its_own(tmp_path: Path) -> None:
    layout = Layout(tmp_path, "windows", "3.11")
    write_launcher(layout)

    assert b'"%~dp0python\\python.exe" -I -m granview %*\r\n' in layout.launcher.read_bytes()
