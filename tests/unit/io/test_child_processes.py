"""Children of the program start wherever it was started, also where that folder is gone meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

import granview

ROOT = Path(granview.__file__).parents[1]
STARTED = """
import multiprocessing, os, shutil, sys
from granview.io.child_processes import PREFIX, skip_main_module
skip_main_module()
shutil.rmtree(os.getcwd())
child = multiprocessing.get_context("spawn").Process(target=print, args=("it runs",), name=PREFIX + "child")
child.start()
child.join(30)
sys.exit(child.exitcode)
"""


def test_a_child_starts_though_the_folder_that_the_program_was_started_in_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "drive"
    gone.mkdir()

    ended = subprocess.run(
        [sys.executable, "-c", STARTED],
        cwd=gone,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (ended.returncode, ended.stdout) == (0, "it runs\n"), ended.stderr
