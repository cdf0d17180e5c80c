"""Whether those who wait for an answer are still there: a window is closed and made anew while work goes on."""

from collections.abc import Iterator
from functools import partial
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any, Final

from PySide6.QtCore import QObject, SignalInstance
from shiboken6 import Shiboken

_DEPTH: Final = 4
_PLAIN: Final = (str, bytes, int, float, tuple, list, dict, set, frozenset, type(None), type)


def is_gone(callback: object) -> bool:
    """Whether something that a callback is bound to, or that its closure holds, is a Qt object that was deleted."""
    return any(not Shiboken.isValid(held) for held in _held(callback, _DEPTH))


def _held(what: Any, depth: int) -> Iterator[QObject]:
    """The Qt objects that calling this comes to: through methods, partial calls, closures, and plain objects."""
    if isinstance(what, QObject):
        yield what
        return
    if depth == 0 or isinstance(what, (*_PLAIN, SignalInstance)):
        return
    for part in _parts(what):
        yield from _held(part, depth - 1)


def _parts(what: Any) -> Iterator[Any]:
    if isinstance(what, MethodType | BuiltinMethodType):
        yield what.__self__
    elif isinstance(what, partial):
        yield from (what.func, *what.args, *what.keywords.values())
    elif isinstance(what, FunctionType):
        for cell in what.__closure__ or ():
            try:
                yield cell.cell_contents
            except ValueError:  # a name that its function has not bound yet
                continue
    else:
        yield from (value for value in getattr(what, "__dict__", {}).values() if isinstance(value, QObject))
