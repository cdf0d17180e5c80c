"""Which part of a sample is shown: one object for each class of viewports, made when a kind of samples first asks."""

from typing import TypeVar

from PySide6.QtCore import QObject

V = TypeVar("V", bound=QObject)


class Viewports:
    """Shared by a kind's grid, tools, values and legend, and by the acts that move it.

    A kind brings a class of its own: a picture has its zoom and middle, a text its scroll position, a sound its span.

    Args:
        known: Those that are there already.
    """

    def __init__(self, *known: QObject) -> None:
        self._by_class: dict[type[QObject], QObject] = {type(each): each for each in known}

    def get(self, of: type[V]) -> V:
        """The one object of a class, which is made without arguments; always the same."""
        found = self._by_class.get(of)
        if not isinstance(found, of):
            found = self._by_class[of] = of()
        return found
