"""The window's colours and measures: neutral greys and one accent, dark and light. Every colour drawn comes from here.

Text colours (``text``, ``muted``, ``accent``, ``good``, ``bad``, ``warn``) stand out from ``window``, ``panel`` and
``canvas`` by a contrast of at least 4.5:1, the AA level of WCAG 2.2; ``on_accent`` does so from ``accent``. Outlines by
which something is recognised (``edge``), the frame of what has the focus (``accent``) and lanes' colours have 3:1.
"""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

Choice = Literal["light", "dark", "system"]

SPACING: Final = 8
"""The grid that every distance is a multiple or a half of, in device-independent px."""


@dataclass(frozen=True)
class Theme:
    """A set of colours, as ``#rrggbb``.

    Attributes:
        is_dark: Whether light text stands on dark ground.
        window: Ground of the window, between the panels.
        panel: Ground of panels, cell headers and cards.
        canvas: Ground under the pictures, slightly darker than the panels.
        raised: Ground of buttons, fields and the row under the mouse.
        border: Hairlines between the grounds.
        edge: The outline of a field or a handle, by which it is recognised.
        text: Text.
        muted: Text of lesser weight.
        accent: The one accent: selection, focus, progress, the pinned lane.
        on_accent: Text on the accent.
        good: Text and marks of success.
        bad: Text and marks of failure.
        warn: Text and marks that ask for attention.
        only_left: Over the picture where only the left lane is right.
        only_right: Over the picture where only the right lane is right.
        both_wrong: Over the picture where neither lane is right.
        different: Over the picture where two lanes differ and no reference tells which is right.
        right: Over the picture, about objects that a lane has found.
        missed: Over the picture, about objects that it has not found.
        invented: Over the picture, about objects that are not there.
        partly: Over the picture, about objects of the reference that some lanes have found and others have not.
        unnamed: Over the picture where a class has no colour of its own.
    """

    is_dark: bool
    window: str
    panel: str
    canvas: str
    raised: str
    border: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    bad: str
    warn: str
    only_left: str = "#3d8ef0"
    only_right: str = "#f2a516"
    both_wrong: str = "#d6408f"
    different: str = "#d6408f"
    right: str = "#18b48c"
    missed: str = "#e04b9b"
    invented: str = "#f2a516"
    partly: str = "#3d8ef0"
    unnamed: str = "#8b9099"

    def color(self, role: str, opacity: float = 1.0) -> QColor:
        """The colour of that role, at an opacity of 0 to 1."""
        color = QColor(getattr(self, role))
        color.setAlphaF(opacity)
        return color


DARK: Final = Theme(
    is_dark=True,
    window="#191b1f",
    panel="#22252a",
    canvas="#131417",
    raised="#2e3238",
    border="#383d45",
    edge="#757d89",
    text="#e8eaed",
    muted="#a0a7b1",
    accent="#6ea8fe",
    on_accent="#0d1726",
    good="#62c48e",
    bad="#ff8379",
    warn="#e6b450",
)

LIGHT: Final = Theme(
    is_dark=False,
    window="#eff1f4",
    panel="#fbfcfd",
    canvas="#e3e6ea",
    raised="#eceff3",
    border="#d2d7de",
    edge="#7a828d",
    text="#1c2026",
    muted="#545c67",
    accent="#1f5fc4",
    on_accent="#ffffff",
    good="#136b3d",
    bad="#b3261e",
    warn="#7a5000",
)


def theme_for(app: QGuiApplication, choice: Choice) -> Theme:
    """The theme for a choice; ``system`` asks the desktop, and is light where the desktop does not say."""
    if choice == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT
