"""Sources that are a class in a Python file: ``./mine.py:MyModel``."""

import ast
import re
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError, InputError

CODE: Final = "code"
"""The scheme of such a source."""

_SOURCE = re.compile(r"(?P<path>.+\.py):(?P<name>[^\W\d]\w*)")
_TASK: Final = "task"


def own_code(source: str) -> tuple[Path, str] | None:
    """The file and the class that a source names; None for a source of another sort."""
    match = _SOURCE.fullmatch(source.strip())
    return None if match is None else (Path(match["path"]).expanduser(), match["name"])


def class_in(file: Path, name: str) -> ast.ClassDef:
    """A class of a file, found by reading the file; nothing of it is run.

    Raises:
        ArgumentError: there is no such file, or no class of that name in it.
        InputError: it is no Python.
    """
    try:
        tree = ast.parse(file.read_text("utf-8"), str(file))
    except OSError as error:
        raise ArgumentError(
            f"{file} cannot be read: {error.strerror}.", "Name the file that holds the class."
        ) from error
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise InputError(f"{file}{line} is not valid Python.", "Mend it.") from error
    classes = [each for each in tree.body if isinstance(each, ast.ClassDef)]
    wanted = next((each for each in classes if each.name == name), None)
    if wanted is None:
        there = ", ".join(each.name for each in classes) or "none"
        raise ArgumentError(f"{file} has no class {name}.", f"Its classes: {there}.")
    return wanted


def task_in(file: Path, name: str) -> str:
    """The task that a class says in its body; empty where it says none in so many words.

    Raises:
        ArgumentError: as ``class_in`` says.
        InputError: as ``class_in`` says.
    """
    for each in class_in(file, name).body:
        target = _target(each)
        value = getattr(each, "value", None)
        if isinstance(target, ast.Name) and target.id == _TASK and isinstance(value, ast.Constant):
            return str(value.value)
    return ""


def summary_of(file: Path, name: str) -> str:
    """The first line of the class's docstring; empty where it has none."""
    lines = (ast.get_docstring(class_in(file, name)) or "").splitlines()
    return lines[0] if lines else ""


def _target(statement: ast.stmt) -> ast.expr | None:
    """What an assignment assigns to."""
    if isinstance(statement, ast.Assign):
        return statement.targets[0]
    return statement.target if isinstance(statement, ast.AnnAssign) else None
