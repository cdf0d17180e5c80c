"""Connections of functions that no Qt object owns: they end with whoever made them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject


def connect_while(owner: QObject, signal: Any, act: Callable[..., object]) -> None:
    """Call ``act`` at each signal for as long as ``owner`` lives.

    Qt ends a connection to a method with the method's object. A function of its own, such as a lambda, would be called
    for as long as the sender lives, and would keep everything alive that it holds.
    """
    connection = signal.connect(act)
    owner.destroyed.connect(lambda: QObject.disconnect(connection))
