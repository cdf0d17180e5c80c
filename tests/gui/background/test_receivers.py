"""Callbacks whose Qt objects were deleted are known, however they hold them."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from granview.gui.background.receivers import is_gone


class _Part(QObject):
    def act(self, *_: object) -> None: ...


class _Plain:
    def __init__(self, part: _Part) -> None:
        self.part = part

    def act(self) -> None: ...


def _closure(part: _Part) -> Callable[[], None]:
    def act() -> None:
        part.act(1)

    return act


@pytest.mark.parametrize(
    "bind",
    [
        lambda part: part.act,
        lambda part: partial(part.act, 1),
        _closure,
        lambda part: _Plain(part).act,
        lambda part: partial(_Plain(part).act),
    ],
    ids=["method", "partial call", "closure", "method of a plain object", "partial call of one"],
)
def test_a_callback_is_gone_with_what_it_acts_on(bind: Callable[[_Part], Callable[[], None]]) -> None:
    part = _Part()
    callback = bind(part)
    assert not is_gone(callback)
    Shiboken.delete(part)
    assert is_gone(callback)


def test_a_callback_without_qt_objects_is_never_gone() -> None:
    assert not is_gone([].append)
    assert not is_gone(lambda: None)
