"""What a session records about the machine and the program, so that it can be run again."""

import platform
from pathlib import Path
from typing import Final

import granview
from granview.core.errors import GranViewError
from granview.runtime.lanes import lane_runtime

LIBRARIES: Final = (
    "torch", "torchvision", "transformers", "safetensors", "numpy", "opencv-python-headless", "pillow", "polars",
    "PySide6-Essentials", "onnx", "onnxruntime",
)  # fmt: skip


def environment() -> dict[str, str]:
    """Versions of the program, Python, the platform and each library that is installed, by name; imports none."""
    import sys
    from importlib import metadata  # only a run asks; it brings the parser of e-mails along

    packages = _lane_packages()
    searched = [*([str(packages)] if packages else []), *sys.path]
    found = {"granview": granview.__version__, "python": platform.python_version(), "platform": platform.platform()}
    for library in LIBRARIES:
        for distribution in metadata.distributions(name=library, path=searched):
            found[library] = distribution.version
            break
    return found


def _lane_packages() -> Path | None:
    """The packages of the runtime that lanes run on; None where there is none, or they are this Python's own."""
    try:
        return lane_runtime().packages
    except GranViewError:
        return None
