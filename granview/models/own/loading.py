"""From a Python file to an object of the class that a source names."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from granview.core.errors import UnsupportedModel
from granview.core.readable_errors import first_line
from granview.io.trusted_code import trusted_bytes

_METHOD = "predict"


def own_model(file: Path, name: str, device: str) -> Any:
    """The model, ready to run. Its file is run by this, in the process of its lane, as it was allowed.

    Args:
        file: The Python file.
        name: The class.
        device: Where the lane runs.

    Raises:
        InputError: the file cannot be read.
        UnsupportedModel: nobody has allowed that it runs, the file or the class raises, or the class is no model.
    """
    code = trusted_bytes(file)
    try:
        model = getattr(_module(file, code), name)()
        if hasattr(model, "load"):
            model.load(device)
    except Exception as error:
        raise UnsupportedModel(
            f"{name} in {file.name} cannot be set up: {type(error).__name__}: {first_line(error)}{_line(error, file)}.",
            "Mend the file, and allow it again.",
        ) from error
    if not callable(getattr(model, _METHOD, None)):
        raise UnsupportedModel(f"{name} in {file.name} has no method {_METHOD}.", "See granview.OwnModel.")
    return model


def _module(file: Path, code: bytes) -> ModuleType:
    """A module of these bytes; its folder is not searched for others, which nobody was asked about.

    Python's own loader would take what it has compiled before from ``__pycache__`` beside the file, which may be of
    any program.
    """
    module = ModuleType(f"granview_own_{file.stem}")
    module.__file__ = str(file)
    sys.modules[module.__name__] = module
    exec(compile(code, str(file), "exec"), module.__dict__)  # noqa: S102  a person has allowed these very bytes
    return module


def _line(error: BaseException, file: Path) -> str:
    """In which line of the file it was, as a clause; empty where it was elsewhere."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        line = trace.tb_lineno if Path(trace.tb_frame.f_code.co_filename) == file else line
        trace = trace.tb_next
    return f", in line {line}" if line else ""
