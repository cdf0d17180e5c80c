"""A callout finds room beside its anchor on whichever side there is some, and nowhere else."""

import pytest
from PySide6.QtCore import QRect, QSize

from granview.gui.start.callout_place import Side, place_callout

WINDOW = QRect(0, 0, 1000, 700)
SIZE = QSize(300, 150)


@pytest.mark.parametrize(
    ("anchor", "side"),
    [
        (QRect(0, 0, 1000, 40), Side.BELOW),
        (QRect(0, 40, 200, 640), Side.RIGHT),
        (QRect(800, 40, 200, 640), Side.LEFT),
        (QRect(0, 500, 990, 200), Side.ABOVE),
    ],
)
def test_there_is_room_on_one_side(anchor: QRect, side: Side) -> None:
    place = place_callout(anchor, SIZE, WINDOW, 0)

    assert place is not None
    assert place.side is side
    assert WINDOW.contains(place.area)
    assert not place.area.intersects(anchor)
    assert anchor.contains(place.tip)


def test_beside_what_fills_the_window_there_is_no_room() -> None:
    assert place_callout(WINDOW, SIZE, WINDOW, 0) is None
