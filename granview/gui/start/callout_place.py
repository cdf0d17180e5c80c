"""Where a callout stands: beside what it speaks of, never on it, and within the window."""

import enum
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize


class Side(enum.Enum):
    """On which side of its anchor a callout stands."""

    BELOW = "below"
    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"


@dataclass(frozen=True)
class CalloutPlace:
    """Where it stands.

    Attributes:
        area: Its rectangle, in the window's coordinates.
        side: On which side of the anchor that is.
        tip: The point on the anchor's edge at which its arrow points.
    """

    area: QRect
    side: Side
    tip: QPoint


def place_callout(anchor: QRect, size: QSize, window: QRect, gap_px: int) -> CalloutPlace | None:
    """The first side on which there is room; None where the anchor leaves none.

    Args:
        anchor: What it speaks of.
        size: The callout's.
        window: All of the window, in the coordinates of the anchor.
        gap_px: Between anchor and callout, for the arrow.
    """
    for side in Side:
        area = QRect(_corner(side, anchor, size, gap_px), size)
        area = _shifted(area, side, window)
        if window.contains(area) and not area.intersects(anchor):
            return CalloutPlace(area, side, _tip(side, anchor, area))
    return None


def _corner(side: Side, anchor: QRect, size: QSize, gap_px: int) -> QPoint:
    centre = anchor.center() - QPoint(size.width() // 2, size.height() // 2)
    return {
        Side.BELOW: QPoint(centre.x(), anchor.bottom() + 1 + gap_px),
        Side.RIGHT: QPoint(anchor.right() + 1 + gap_px, centre.y()),
        Side.LEFT: QPoint(anchor.left() - gap_px - size.width(), centre.y()),
        Side.ABOVE: QPoint(centre.x(), anchor.top() - gap_px - size.height()),
    }[side]


def _shifted(area: QRect, side: Side, window: QRect) -> QRect:
    """Moved along the anchor's edge into the window."""
    moved = QRect(area)
    if side in (Side.BELOW, Side.ABOVE):
        moved.moveLeft(min(max(area.left(), window.left()), window.right() - area.width() + 1))
    else:
        moved.moveTop(min(max(area.top(), window.top()), window.bottom() - area.height() + 1))
    return moved


def _tip(side: Side, anchor: QRect, area: QRect) -> QPoint:
    """In the middle of what anchor and callout have in common along the edge."""
    x = (max(anchor.left(), area.left()) + min(anchor.right(), area.right())) // 2
    y = (max(anchor.top(), area.top()) + min(anchor.bottom(), area.bottom())) // 2
    return {
        Side.BELOW: QPoint(x, anchor.bottom()),
        Side.RIGHT: QPoint(anchor.right(), y),
        Side.LEFT: QPoint(anchor.left(), y),
        Side.ABOVE: QPoint(x, anchor.top()),
    }[side]
