"""Libraries are found from where they lie, in a folder that can be moved."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from app.elf import is_elf, linked_files, needed_libraries, newest_glibc, set_library_folders

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files of Linux")


def test_an_interpreter_is_moved_with_the_libraries_beside_it(tmp_path: Path) -> None:
    executable = Path(sys._base_executable).resolve()
    libraries = {name: path for name, path in linked_files(executable).items() if name.startswith("libpython")}
    folder = tmp_path / "a b" / "bin"
    folder.mkdir(parents=True)
    moved = folder / "python"
    shutil.copy2(executable, moved)
    (folder.parent / "lib").mkdir()
    for name, path in libraries.items():
        shutil.copy2(path, folder.parent / "lib" / name)

    set_library_folders(moved, folder.parent / "lib")

    assert is_elf(moved)
    assert set(libraries) <= set(needed_libraries(moved))
    assert all(str(linked_files(moved)[name]).startswith(str(folder)) for name in libraries)


def test_the_newest_glibc_of_several_files_is_the_one_that_all_run_from(tmp_path: Path) -> None:
    for name, text in {"a": b"GLIBC_2.9 GLIBC_2.17", "b": b"GLIBC_2.2.5\0GLIBC_PRIVATE"}.items():
        (tmp_path / name).write_bytes(text)

    assert newest_glibc(sorted(tmp_path.iterdir())) == (2, 17)
    assert newest_glibc([]) == (0, 0)


def test_a_script_is_no_library(tmp_path: Path) -> None:
    script = tmp_path / "run"
    script.write_text("#!/bin/sh\n")

    assert not is_elf(script)
    assert subprocess.run(["sh", str(script)], check=False).returncode == 0
