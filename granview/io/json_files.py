"""JSON files that are read whole: settings of models, lists of classes, galleries."""

from pathlib import Path
from typing import Final, TypeVar

from granview.core.errors import InputError
from granview.core.json_reading import decode_json
from granview.io.regular_files import as_input_error, open_regular

MAX_BYTES: Final = 64 << 20
"""No such file is larger, but for weights' indices of a few MB and vocabularies of a few dozen."""

T = TypeVar("T")


def read_json_file(path: Path, hint: str, kind: type[T], *, max_bytes: int = MAX_BYTES, last_wins: bool = False) -> T:
    """What a JSON file holds.

    Args:
        path: The file.
        hint: What to do where it cannot be used.
        kind: The type that it must have.
        max_bytes: A larger file is refused unread.
        last_wins: As for ``decode_json``.

    Raises:
        InputError: it cannot be read, is too large, or is not JSON of that type.
    """
    with open_regular(path) as file:
        try:
            data = file.read(max_bytes + 1)
        except OSError as error:
            raise as_input_error(path, error) from error
    if len(data) > max_bytes:
        raise InputError(f"{path} is larger than {max_bytes >> 20} MiB, too large for what it should hold.", hint)
    return decode_json(data, path, hint, kind=kind, last_wins=last_wins)
