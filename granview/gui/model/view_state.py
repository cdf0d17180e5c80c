"""How results are shown: the choices that every cell and panel follows. Plain observable values, nothing computed."""

import enum
from collections.abc import Callable
from typing import Generic, TypeVar, overload

from PySide6.QtCore import QObject, Signal

from granview.core.labels import normalized
from granview.gui.model.number_filter import FilterValues
from granview.gui.model.view_option import OptionValues

T = TypeVar("T")


class Mode(enum.StrEnum):
    """How lanes are set beside or over each other."""

    SIDE_BY_SIDE = "side-by-side"
    SWIPE = "swipe"
    BLINK = "blink"
    DIFFERENCE = "difference"
    SOLO = "solo"


class TextDifference(enum.StrEnum):
    """What texts that lanes write are compared with."""

    OFF = "off"
    REFERENCE = "reference"
    PINNED = "pinned"


PAIR_MODES = frozenset({Mode.SWIPE, Mode.BLINK, Mode.DIFFERENCE})
"""The modes that show ``left`` against ``right`` in one cell."""


def _same(value: T) -> T:
    return value


def _part(value: float) -> float:
    return min(max(value, 0.0), 1.0)


class Observed(Generic[T]):
    """An attribute whose change is told by the owner's ``changed`` signal, with the attribute's name."""

    def __init__(self, default: T, clean: Callable[[T], T] = _same) -> None:
        self._default = default
        self._clean = clean

    def __set_name__(self, owner: type["ViewState"], name: str) -> None:
        self._name = name
        self._slot = f"_{name}"

    @overload
    def __get__(self, instance: None, owner: type["ViewState"]) -> "Observed[T]": ...
    @overload
    def __get__(self, instance: "ViewState", owner: type["ViewState"]) -> T: ...
    def __get__(self, instance: "ViewState | None", owner: type["ViewState"]) -> "T | Observed[T]":
        return self if instance is None else instance.__dict__.get(self._slot, self._default)

    def __set__(self, instance: "ViewState", value: T) -> None:
        cleaned = self._clean(value)
        if cleaned != self.__get__(instance, type(instance)):
            instance.__dict__[self._slot] = cleaned
            instance.changed.emit(self._name)


class ViewState(QObject):
    """The choices. Set an attribute; ``changed`` tells its name, once, and only when the value is another.

    Attributes:
        mode: How lanes are set beside or over each other.
        opacity: Of predictions over the picture, 0 to 1.
        outline_only: Draw borders instead of areas.
        hidden_classes: Names of classes that are not drawn.
        filters: The numbers by which predictions are filtered, such as a least score, by the filters' names.
        options: What was chosen of how types of predictions are drawn, by the options' names.
        highlighted_class: Name of the class that stands out while the others step back, or None.
        left: Key of the cell on the left of a pair mode: a lane's name or ``reference``; None: the first lane.
        right: Key of the cell on the right of a pair mode; None: the next lane that is not ``left``.
        pinned: Name of the lane that the others are compared with, or None.
        solo: Key of the cell that the solo mode shows; None: the first lane.
        show_picture: Whether the plain picture has a cell of its own.
        show_navigator: Whether the whole picture is shown in small while a part of it is out of view.
        show_reference: Whether the reference has a cell of its own.
        keep_heads: Whether what floats over pictures stays whole while the pointer rests elsewhere.
        divider: Where the swipe's divider stands, 0 (left) to 1 (right).
        blink_paused: Whether the blink stands still.
        blink_interval_ms: How long the blink shows each side, in ms.
        shade_confidence: Whether texts are shaded by how sure a lane is of each token.
        text_difference: What texts that lanes write are compared with, word by word.
    """

    changed = Signal(str)

    mode = Observed(Mode.SIDE_BY_SIDE)
    opacity = Observed(0.55, _part)
    outline_only = Observed(False)
    hidden_classes: Observed[frozenset[str]] = Observed(frozenset())
    filters: Observed[FilterValues] = Observed({})
    options: Observed[OptionValues] = Observed({})
    highlighted_class: Observed[str | None] = Observed(None)
    left: Observed[str | None] = Observed(None)
    right: Observed[str | None] = Observed(None)
    pinned: Observed[str | None] = Observed(None)
    solo: Observed[str | None] = Observed(None)
    show_picture = Observed(False)
    show_navigator = Observed(True)
    show_reference = Observed(True)
    keep_heads = Observed(False)
    divider = Observed(0.5, _part)
    blink_paused = Observed(False)
    blink_interval_ms = Observed(700)
    shade_confidence = Observed(False)
    text_difference = Observed(TextDifference.REFERENCE)

    @property
    def emphasised_class(self) -> str | None:
        """The highlighted class, unless it is hidden: nothing steps back for what is not drawn."""
        hidden = {normalized(name) for name in self.hidden_classes}
        name = self.highlighted_class
        return None if name is None or normalized(name) in hidden else name

    def announce(self) -> None:
        """Tell every choice again, to those who came later."""
        for name in [name for name, value in vars(type(self)).items() if isinstance(value, Observed)]:
            self.changed.emit(name)
