"""What a lane's source names: a model that is embedded or on the hub, a builder, a method, a folder, a file."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError
from granview.core.own_code import CODE, own_code

SCHEMES: Final = ("zoo", "torchvision", "hf", "method", "saved")
"""What a source begins with that is no path; each has a file of its name in ``granview.engine.sources``."""

PATH: Final = "folder"
"""The scheme of a source that is a path: a model's folder, or a file that is a model by itself."""

_HUB_ID = re.compile(r"[\w.-]+(/[\w.-]+)?")


@dataclass(frozen=True)
class Source:
    """A model source, taken apart.

    Attributes:
        scheme: ``zoo``, ``torchvision``, ``hf``, ``method``, ``saved`` or ``folder``.
        name: What follows the scheme, without the part after ``@``; the path of a folder, or of a file.
        detail: What follows ``@``: a revision, a weights enum, a file, a class; empty where there is none.
    """

    scheme: str
    name: str
    detail: str = ""


def parse_source(text: str) -> Source:
    """Take a source apart.

    Raises:
        ArgumentError: it names nothing, or its hub id is not one.
    """
    if own := own_code(text):
        file, name = own
        return Source(CODE, str(file), name)
    scheme, colon, rest = text.strip().partition(":")
    if not colon or scheme not in SCHEMES:
        if not text.strip():
            raise ArgumentError(
                "The model source is empty.", "Use zoo:NAME, torchvision:NAME, hf:ORG/NAME or a folder."
            )
        return Source(PATH, str(Path(text.strip()).expanduser()))
    if scheme == "saved":
        return _saved(rest)
    name, _, detail = rest.partition("@")
    if not name:
        raise ArgumentError(f"'{text}' names no model.", f"Write {scheme}:NAME.")
    if scheme == "hf" and not _HUB_ID.fullmatch(name):
        raise ArgumentError(
            f"'{name}' is not the id of a model on the hub.", "Write hf:ORG/NAME or hf:ORG/NAME@REVISION."
        )
    return Source(scheme, name, detail)


def _saved(path: str) -> Source:
    if not path.strip():
        raise ArgumentError("'saved:' names nothing.", "Write saved:FOLDER, where saved predictions lie.")
    return Source("saved", str(Path(path.strip()).expanduser()))
