"""labelme's files: a JSON file for each picture, with its shapes; the picture that may be packed into it is not read.

See https://github.com/wkentaro/labelme; what is drawn as ``rectangle`` are two corners, as ``circle`` the centre and a
point of its rim, as ``mask`` two corners and a PNG in base64 of what lies between.
"""

import re
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import decode_large_json
from granview.io.regular_files import as_input_error, open_regular

MAX_BYTES: Final = 512 << 20
"""No such file is larger, though its picture is packed into it."""

HINT: Final = "Save it again with labelme."

WITHOUT_AREA: Final = {"point": "points", "points": "points", "line": "lines", "linestrip": "lines"}
"""Sorts of shapes that are no objects, and what they are called."""

_SHAPES: Final = re.compile(rb'"shapes"\s*:\s*\[')
_OTHERS: Final = re.compile(rb'"(?:imagePath|imageData|flags|shape_type|version)"\s*:')


class Shape(msgspec.Struct, frozen=True):
    """A mark: its class, points in px, what they are, and the group whose parts are one object."""

    label: str | None = None
    points: tuple[tuple[float, float], ...] = ()
    shape_type: str = "polygon"
    group_id: int | str | None = None
    mask: str | None = None


class LabelmeFile(msgspec.Struct, frozen=True, rename="camel"):
    """A file."""

    shapes: tuple[Shape, ...]
    image_path: str | None = None
    image_height: int | None = None
    image_width: int | None = None


class _Label(msgspec.Struct, frozen=True):
    label: str | None = None
    shape_type: str = "polygon"


class _Labels(msgspec.Struct, frozen=True):
    shapes: tuple[_Label, ...]


def may_be_labelme(head: bytes) -> bool:
    """Whether a file that begins so may be one."""
    is_object = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return is_object and _SHAPES.search(head) is not None and _OTHERS.search(head) is not None


def read_labelme(path: Path) -> LabelmeFile:
    """What a file holds, without its picture.

    Raises:
        InputError: it cannot be read, is too large, or is no such file.
    """
    return decode_large_json(_bytes(path), path.name, HINT, LabelmeFile)


def names_in(path: Path) -> frozenset[str]:
    """The classes of a file's shapes that have an area; none of a file that cannot be read."""
    try:
        shapes = decode_large_json(_bytes(path), path.name, HINT, _Labels).shapes
    except InputError:
        return frozenset()
    return frozenset(shape.label for shape in shapes if shape.label and shape.shape_type not in WITHOUT_AREA)


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise as_input_error(path, error) from error
    if len(data) > MAX_BYTES:
        raise InputError(f"{path.name} is larger than {MAX_BYTES >> 20} MiB.", HINT)
    return data
