"""What kind of sample a file that was named itself is: by its name, else by its content."""

import os
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample_kind import Kind
from granview.io.encodings import detect
from granview.io.file_formats import (
    IMAGE_SUFFIXES,
    READABLE,
    READABLE_TEXT,
    SIGNATURE_BYTES,
    TEXT_SUFFIXES,
    foreign_format,
    image_format,
)
from granview.io.regular_files import open_regular

KINDS: Final[frozenset[Kind]] = frozenset({"image", "text"})
"""All kinds of samples."""

_SNIFF_BYTES: Final = 1 << 16


def kind_of(path: Path, kinds: frozenset[Kind]) -> Kind:
    """The kind of a file.

    Args:
        path: A regular file.
        kinds: What is searched for. Where that is texts alone, every file is taken for one; its reader refuses others.

    Raises:
        InputError: it is nothing that is searched for.
    """
    suffix = path.suffix.lower()
    if kinds == {"text"} or ("text" in kinds and suffix in TEXT_SUFFIXES):
        return "text"
    if suffix in IMAGE_SUFFIXES:
        return "image"
    with open_regular(path) as file:
        head = os.read(file.fileno(), _SNIFF_BYTES)
    if image_format(head) is not None:
        return "image"
    if "text" not in kinds or not head:
        raise _refusal(path, head, "not an image", READABLE)
    try:
        detect(head, path.name, is_cut=len(head) == _SNIFF_BYTES)
    except InputError as error:
        raise _refusal(path, head, "neither an image nor a text", f"{READABLE} {READABLE_TEXT}") from error
    return "text"


def _refusal(path: Path, head: bytes, what: str, hint: str) -> InputError:
    held = foreign_format(head[:SIGNATURE_BYTES]) if head else "nothing"
    return InputError(f"{path.name} is {what} that is read here: it holds {held}.", hint)
