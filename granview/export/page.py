"""A page as any renderer draws it: pictures, boxes and lines of text at places in px. Nothing here knows a format."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import Color
from granview.export.typeface import Typeface

MakePixels = Callable[[], NDArray[np.uint8]]


@dataclass(frozen=True)
class Text:
    """One line of text; ``x`` is its left end, ``y`` its baseline."""

    x: float
    y: float
    text: str
    size_px: float
    color: Color


@dataclass(frozen=True)
class Box:
    """A filled rectangle with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    color: Color
    radius: float = 0.0
    border: Color | None = None


@dataclass(frozen=True)
class Picture:
    """A picture at its native size: ``make`` returns (height, width, 3) uint8, computed when it is drawn."""

    x: int
    y: int
    width: int
    height: int
    make: MakePixels
    title: str


Item = Text | Box | Picture


@dataclass(frozen=True)
class Page:
    """What is drawn, in order, on a ground of one colour.

    Attributes:
        width: In px.
        height: In px.
        ground: Colour of the page.
        typeface: The font of all texts.
        title: What the page is about.
        items: What is on it.
    """

    width: int
    height: int
    ground: Color
    typeface: Typeface
    title: str
    items: tuple[Item, ...]
