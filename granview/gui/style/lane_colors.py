"""The colour that stands for a lane in chips, tables and plots: the same everywhere, legible on either ground."""

from typing import Final

from granview.gui.style.theme import Theme

_ON_DARK: Final = ("#6cb8f0", "#f0b03c", "#4fcf9f", "#e58fc0", "#f0845a", "#b9a2f2", "#e6dc5a", "#9fb0c0")
_ON_LIGHT: Final = ("#0a6ebd", "#b36b00", "#00805c", "#b0417f", "#c2470c", "#6b4fc4", "#7c7300", "#56636f")


def lane_color(theme: Theme, place: int) -> str:
    """Hex colour of the lane at that place, from 0; after eight lanes the colours begin again."""
    colors = _ON_DARK if theme.is_dark else _ON_LIGHT
    return colors[place % len(colors)]
