"""What is said where memory runs out: which libraries' errors mean that, what they asked for, what is free."""

import re
import sys
from typing import Final

from granview.core.errors import MemoryExhausted
from granview.core.memory_words import gigabytes
from granview.core.readable_errors import first_line
from granview.io.free_memory import free_bytes

HINT: Final = "Use a smaller batch, a smaller sample or bf16, cut it into parts, or run it on another device."

_SIGNS: Final = (
    *("can't allocate memory", "cannot allocate memory", "failed to allocate memory", "not enough memory"),
    *("out of memory", "bad_alloc"),
)
_ASKED: Final = re.compile(r"to allocate ([\d.]+) ?(bytes|[KMGTPE]i?B)", re.IGNORECASE)
"""torch on a CPU: ``you tried to allocate 400 bytes``; on CUDA: ``Tried to allocate 2.00 GiB``; numpy: ``Unable to
allocate 1.5 GiB``."""

_UNITS: Final = {"b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40, "p": 1 << 50, "e": 1 << 60}


def means_exhausted(error: BaseException) -> bool:
    """Whether a library's error says that memory ran out."""
    torch = sys.modules.get("torch")  # a model that does without it shall not wait for its import
    if isinstance(error, (MemoryError, MemoryExhausted, *((torch.OutOfMemoryError,) if torch else ()))):
        return True
    return isinstance(error, Exception) and any(sign in first_line(error).lower() for sign in _SIGNS)


def exhausted(error: BaseException, device: str) -> MemoryExhausted:
    """The error in words, with what was asked for and what is free, as far as that is known.

    Args:
        error: One that ``means_exhausted``.
        device: Whose memory it is, such as ``cpu``.
    """
    if isinstance(error, MemoryExhausted):
        return error
    asked, free = asked_bytes(error), free_bytes(device)
    if asked is None:
        numbers = "" if free is None else f": {gigabytes(free)} are free now"
    else:
        numbers = f": {gigabytes(asked)} more were asked for"
        numbers += "" if free is None else f", and {gigabytes(free)} are free now"
    return MemoryExhausted(f"The memory of {device} is exhausted{numbers}.", HINT)


def asked_bytes(error: BaseException) -> int | None:
    """How much the allocation that failed was for; None where the error does not say."""
    match = _ASKED.search(first_line(error))
    return None if match is None else round(float(match[1]) * _UNITS[match[2][0].lower()])
