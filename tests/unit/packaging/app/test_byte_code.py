"""Byte code is written beforehand, and says nothing of the machine that wrote it."""

import subprocess
import sys
from pathlib import Path

from app.byte_code import traces_of, write_byte_code
from app.layout import Layout


def test_a_module_is_compiled_without_the_folder_and_runs_where_it_is_moved(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "built here" / "GranView", "linux", "3.11")
    layout.site_packages.mkdir(parents=True)
    (layout.site_packages / "hello.py").write_text("def f():\n    return 1 / 0\n")

    assert write_byte_code(layout)

    assert traces_of(layout.folder, str(tmp_path)) == []
    moved = (tmp_path / "built here").rename(tmp_path / "moved") / layout.site_packages.relative_to(
        tmp_path / "built here"
    )
    code = f"import sys; sys.path.insert(0, {str(moved)!r}); import hello; hello.f()"
    ended = subprocess.run([sys.executable, "-B", "-c", code], capture_output=True, text=True, check=False)
    assert str(moved / "hello.py") in ended.stderr
    assert len(list((moved / "__pycache__").glob("hello.*.pyc"))) == 1


def test_what_holds_a_path_of_this_machine_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x\0/opt/build/here\0")
    (tmp_path / "b").write_bytes(b"x")

    assert traces_of(tmp_path, "/opt/build", "/other") == [tmp_path / "a"]
