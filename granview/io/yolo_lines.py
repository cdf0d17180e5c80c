"""Lines of YOLO's text files: a class, and a box or an outline as shares of the picture's width and height.

A line is ``class x y w h``, or ``class x1 y1 x2 y2 x3 y3 …`` for an outline; a turned box is an outline of four points.
See "Object Detection Datasets Overview" and its like in the documentation of Ultralytics.
"""

import re
from pathlib import Path
from typing import Final

import numpy as np

from granview.core.errors import InputError
from granview.io.regular_files import as_input_error, open_regular

LINE: Final = re.compile(r"\d{1,5}(?:[ \t]+[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?){4,}")
"""An object; with a score at its end where its numbers are odd."""

MAX_BYTES: Final = 16 << 20


def object_lines(path: Path) -> list[str]:
    """The lines of a file that are not empty.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    with open_regular(path) as file:
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise as_input_error(path, error) from error
    if len(data) > MAX_BYTES:
        raise InputError(f"{path.name} is larger than {MAX_BYTES >> 20} MiB.", "It should hold one picture's objects.")
    text = data.decode("utf-8-sig", "replace")
    return [line for each in text.splitlines() if (line := each.strip())]


def in_px(shares: list[float], size: tuple[int, int]) -> list[float]:
    """Shares of width and height, in turn, in px of a picture of ``size`` (height, width)."""
    scale = np.tile((size[1], size[0]), len(shares) // 2)
    return (np.array(shares) * scale).tolist()  # type: ignore[no-any-return]


def box_in_px(shares: list[float], size: tuple[int, int]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in px of a box's middle, width and height as shares."""
    x, y, width, height = in_px(shares, size)
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
