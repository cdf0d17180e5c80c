"""Child processes start without running the user's script again."""

from multiprocessing import spawn
from typing import Any, Final

PREFIX: Final = "granview-"
"""Begins the name of every child process of GranView."""


def skip_main_module() -> None:
    """Keep ``multiprocessing`` from running the user's script again in each of our children.

    It would do so in order to find functions that were defined there. Ours are all in modules, so that a script that
    calls the API needs no ``if __name__ == "__main__"``, and its own imports cost nothing in the children. Children of
    others, whose names do not begin with ``PREFIX``, are prepared as ever.
    """
    original = spawn.get_preparation_data
    if getattr(original, "leaves_main_out", False):
        return

    def preparation_data(name: str) -> dict[str, Any]:
        data: dict[str, Any] = original(name)
        if name.startswith(PREFIX):
            data.pop("init_main_from_path", None)
            data.pop("init_main_from_name", None)
        return data

    preparation_data.leaves_main_out = True  # type: ignore[attr-defined]
    spawn.get_preparation_data = preparation_data
