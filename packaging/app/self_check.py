"""Starts what was built, from another place and without this machine's settings, before it is packed."""

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from app.contents import WORKERS_SIDE
from app.layout import Layout

IMPORT_ALL: Final = """
import importlib, pathlib, sys
import granview
home = pathlib.Path(granview.__file__).parent
failed = []
for file in sorted(home.rglob("*.py")):
    path = file.relative_to(home)
    if path.parts[0] in sys.argv[1:] or path.name == "__main__.py":
        continue
    name = ".".join(("granview", *path.with_suffix("").parts)).removesuffix(".__init__")
    try:
        importlib.import_module(name)
    except ImportError as error:
        failed.append(f"{name}: {error}")
import pyqtgraph, polars, pyarrow.parquet, cv2, PIL.Image, ssl, sqlite3, ctypes, lzma, bz2
from PySide6.QtWidgets import QApplication
QApplication([])
print(*failed, sep="\\n")
"""
"""Imports all modules of the window's side, and what they import where it is needed first."""


def check_folder(layout: Layout) -> None:
    """Have the built interpreter import every module that the window may need, from a link to the folder elsewhere.

    Raises:
        SystemExit: some cannot be imported, or the program does not start.
    """
    with tempfile.TemporaryDirectory(prefix="Gran View ") as place:
        moved = Path(place) / "GranView"
        moved.symlink_to(layout.folder, target_is_directory=True)
        python = moved / layout.python.relative_to(layout.folder)
        surroundings = {"HOME": place, "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"}
        command = [str(python), "-I", "-B", "-c", IMPORT_ALL, *WORKERS_SIDE]
        ended = subprocess.run(command, cwd=place, env=surroundings, capture_output=True, text=True, check=False)
    failed = ended.stdout.split("\n") if ended.returncode == 0 else [ended.stderr]
    if failed := [line for line in failed if line.strip()]:
        raise SystemExit("The application was built and does not start:\n" + "\n".join(failed))
