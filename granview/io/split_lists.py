"""Lists of the inputs of a split, a name in each line, as Pascal VOC and many others have them."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.regular_files import as_input_error, open_regular

_MAX_BYTES: Final = 64 << 20
_LISTED: Final = 3
_FLAG: Final = re.compile(r"\s+-?[01]$")
"""Behind a name in a list of one class: whether the class is in the picture."""


def read_list(path: Path) -> tuple[str, ...]:
    """The names in a list, each once; without the flags that a list of one class has.

    Raises:
        InputError: it cannot be read, is too large, or is not UTF-8.
    """
    lines = (line.strip() for line in _text(path, _MAX_BYTES).splitlines())
    return tuple(dict.fromkeys(_FLAG.sub("", line).strip("'\"") for line in lines if line))


def is_of_one_class(path: Path) -> bool:
    """Whether a list says behind each name whether one class is in the picture, so that it is no split."""
    try:
        first = next((line.strip() for line in _text(path, _MAX_BYTES).splitlines() if line.strip()), "")
    except InputError:
        return False
    return bool(_FLAG.search(first))


def missing_note(title: str, missing: Sequence[str], place: str) -> tuple[str, ...]:
    """A sentence about names in a list that no file has; none where there are none.

    Args:
        title: What the list is called, such as ``val.txt``.
        missing: The names.
        place: The folder that has no such files.
    """
    if not missing:
        return ()
    many = "name that is" if len(missing) == 1 else "names that are"
    listed = ", ".join(missing[:_LISTED]) + (", …" if len(missing) > _LISTED else "")
    return (f"{title} lists {len(missing):,} {many} not in {place}: {listed}.",)


def _text(path: Path, most: int) -> str:
    with open_regular(path) as file:
        try:
            data = file.read(most + 1)
        except OSError as error:
            raise as_input_error(path, error) from error
    if len(data) > most:
        raise InputError(f"{path.name} is larger than {most >> 20} MiB.", "It should hold names only.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name} is not UTF-8 text.", "Save it as UTF-8.") from error
