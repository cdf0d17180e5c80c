"""What a session records about the machine and the program, so that it can be run again."""

import platform
from typing import Final

import granview

LIBRARIES: Final = (
    "torch", "torchvision", "transformers", "safetensors", "numpy", "opencv-python-headless", "pillow", "polars",
    "PySide6-Essentials", "onnx", "onnxruntime",
)  # fmt: skip


def environment() -> dict[str, str]:
    """Versions of the program, Python, the platform and each library that is installed, by name; imports none."""
    from importlib import metadata  # only a run asks; it brings the parser of e-mails along

    found = {"granview": granview.__version__, "python": platform.python_version(), "platform": platform.platform()}
    for library in LIBRARIES:
        try:
            found[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            continue
    return found
