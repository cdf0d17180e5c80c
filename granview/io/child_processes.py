"""Child processes start without running the user's script again."""

import os
import sys
from multiprocessing import spawn
from pathlib import Path
from typing import Any, Final

PREFIX: Final = "granview-"
"""Begins the name of every child process of GranView."""


def skip_main_module() -> None:
    """Keep ``multiprocessing`` from running the user's script again in each of our children.

    It would do so in order to find functions that were defined there. Ours are all in modules, so that a script that
    calls the API needs no ``if __name__ == "__main__"``, and its own imports cost nothing in the children. Children of
    others, whose names do not begin with ``PREFIX``, are prepared as ever.

    Nor is a child sent to the folder that the program was started in where that is gone, as a drive that was taken out
    is: it would end there. The program itself goes to the root of the disk then, since it stands nowhere any more.
    """
    original = spawn.get_preparation_data
    if getattr(original, "leaves_main_out", False):
        return

    def preparation_data(name: str) -> dict[str, Any]:
        try:
            data: dict[str, Any] = original(name)
        except FileNotFoundError:
            os.chdir(Path(sys.executable).anchor)
            data = original(name)
        if name.startswith(PREFIX):
            data.pop("init_main_from_path", None)
            data.pop("init_main_from_name", None)
            if not Path(data.get("dir") or "").is_dir():
                data.pop("dir", None)
        return data

    preparation_data.leaves_main_out = True  # type: ignore[attr-defined]
    spawn.get_preparation_data = preparation_data
