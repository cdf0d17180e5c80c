"""What stands for a lane in chips, tables and plots: a colour, legible on either ground, and a form besides it.

Lanes are marks and lines, classes are filled squares and areas: the two are told apart by form, whatever their colours.
"""

from typing import Final, NamedTuple

from granview.core.palette import LANES_ON_DARK, LANES_ON_LIGHT
from granview.gui.style.theme import Theme


class Marker(NamedTuple):
    """The form of a lane's points in a plot.

    Attributes:
        symbol: As pyqtgraph calls it.
        letter: The same as a letter, in the plot's key.
    """

    symbol: str
    letter: str


MARKERS: Final = (
    *(Marker("o", "●"), Marker("+", "✚"), Marker("t1", "▲"), Marker("d", "◆")),
    *(Marker("t", "▼"), Marker("star", "★"), Marker("h", "⬢"), Marker("t2", "▶")),
)
"""By the place of a lane; after eight the forms begin again, as the colours do."""


_BY_COLOR: Final = {
    color: marker for colors in (LANES_ON_DARK, LANES_ON_LIGHT) for color, marker in zip(colors, MARKERS, strict=True)
}


def lane_color(theme: Theme, place: int) -> str:
    """Hex colour of the lane at that place, from 0; after eight lanes the colours begin again."""
    colors = LANES_ON_DARK if theme.is_dark else LANES_ON_LIGHT
    return colors[place % len(colors)]


def lane_marker(color: str) -> Marker:
    """The form that goes with a lane's colour; of any other colour a disc."""
    return _BY_COLOR.get(color, MARKERS[0])
