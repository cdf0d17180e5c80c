"""Whatever is raised, as a sentence that can be shown, sent and stored; even what is no ``Exception``."""

import re
from typing import Final

from granview.core.errors import GranViewError

MAX_CHARS: Final = 500
"""A sentence about an error is cut behind so many characters: a panic may hold the whole text that it met."""

_RAISED_AT: Final = re.compile(r"^\S+\(\), /\S+\.(?:cpp|cc|cu|cuh|h|hpp):\d+, ")
"""Where in its source on a machine that built it a compiled library raised: it says nothing to who runs it."""


def first_line(error: BaseException) -> str:
    """The first line of an error's text, without its full stop; its type where it has none. It can be stored."""
    text = next((line.strip() for line in _text(error).splitlines() if line.strip()), type(error).__name__)
    text = _RAISED_AT.sub("", text)
    return escape_surrogates(text[:MAX_CHARS]).rstrip(".")


def readable_error(error: BaseException, what: str) -> GranViewError:
    """An error as one in words: what happened, and what to do about it. The words can be sent and stored.

    Args:
        error: Anything that was raised; one that is in words already keeps them.
        what: What could not be done, as ``cat.png cannot be read``.
    """
    if isinstance(error, GranViewError):
        is_storable = escape_surrogates(str(error)) == str(error)
        return error if is_storable else GranViewError(escape_surrogates(error.message), escape_surrogates(error.hint))
    if isinstance(error, MemoryError):
        return GranViewError(f"{what}: there is not enough memory.", "Use a smaller sample, or close other programs.")
    if isinstance(error, RecursionError):
        return GranViewError(f"{what}: something in it is nested too deeply.")
    name, line = type(error).__name__, first_line(error)
    return GranViewError(f"{what}: {name if line == name else f'{name}: {line}'}.")


def escape_surrogates(text: str) -> str:
    """A text with each lone surrogate as an escape, so that it can be sent, shown and stored."""
    return text.encode("utf-8", "backslashreplace").decode()


def _text(error: BaseException) -> str:
    """An error's text; its type where even asking for it raises."""
    try:
        return str(error)
    except Exception:  # noqa: BLE001  the text is another library's code
        return type(error).__name__
