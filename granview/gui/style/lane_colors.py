"""The colour that stands for a lane in chips, tables and plots: the same everywhere, legible on either ground."""

from granview.core.palette import LANES_ON_DARK, LANES_ON_LIGHT
from granview.gui.style.theme import Theme


def lane_color(theme: Theme, place: int) -> str:
    """Hex colour of the lane at that place, from 0; after eight lanes the colours begin again."""
    colors = LANES_ON_DARK if theme.is_dark else LANES_ON_LIGHT
    return colors[place % len(colors)]
