"""Memory that was freed and is kept for later, handed back to the system once what needed it has passed."""

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Any


def hand_back() -> bool:
    """Let the C library hand back what it keeps of freed memory, as after a large picture was decoded.

    Lanes tell it to keep much (see ``granview.engine.malloc_settings``), which is right between forward passes alike,
    and holds a picture's memory twice where it was decoded in one block and is run in others.

    Returns:
        Whether that was possible: elsewhere than on Linux with glibc nothing is done.
    """
    trim = _malloc_trim()
    return trim is not None and bool(trim(0) in (0, 1))


@cache
def _malloc_trim() -> Callable[[int], Any] | None:
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
