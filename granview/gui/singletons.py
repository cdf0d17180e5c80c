"""Keeps ``None``, ``True``, ``False`` and ``NotImplemented`` alive under Python 3.11 and older.

PySide6 6.12 is built as if these were immortal, which they are from Python 3.12 on (PEP 683): each call of a Qt method
that returns nothing takes one reference from ``None`` without having had one, and after a few thousand calls the
interpreter aborts with "deallocating None". A large reference count, set once, outlasts any session.
"""

import ctypes
import sys
from typing import Final

_IMMORTAL_SINCE: Final = (3, 12)
_REFERENCES: Final = 1 << 40
_SINGLETONS: Final = (None, True, False, NotImplemented)


def keep_singletons() -> None:
    """Give the singletons references that nobody can use up. The package calls it before anything of Qt."""
    if sys.version_info >= _IMMORTAL_SINCE:
        return
    for thing in _SINGLETONS:
        ctypes.c_ssize_t.from_address(id(thing)).value += _REFERENCES
