"""From a Python file to an object of the class that a source names."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from granview.core.errors import UnsupportedModel
from granview.core.readable_errors import first_line

_METHOD = "predict"


def own_model(file: Path, name: str, device: str) -> Any:
    """The model, ready to run. Its file is run by this, in the process of its lane; whoever calls has asked before.

    Args:
        file: The Python file.
        name: The class.
        device: Where the lane runs.

    Raises:
        UnsupportedModel: the file or the class raises, or the class is no model.
    """
    try:
        model = getattr(_module(file), name)()
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


def _module(file: Path) -> Any:
    """The file as a module; its folder is not searched for others, which nobody was asked about."""
    spec = importlib.util.spec_from_file_location(f"granview_own_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _line(error: BaseException, file: Path) -> str:
    """In which line of the file it was, as a clause; empty where it was elsewhere."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        line = trace.tb_lineno if Path(trace.tb_frame.f_code.co_filename) == file else line
        trace = trace.tb_next
    return f", in line {line}" if line else ""
