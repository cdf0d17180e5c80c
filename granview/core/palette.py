"""Colours for classes without a colour of their own: distinct, colour-blind-safe first, the same for the same name.

The first eight are the qualitative set of Okabe and Ito, "Color Universal Design" (2008), without black; further ones
step round the hue circle by the golden angle at alternating lightness, so that neighbours differ in both.
"""

import colorsys
from collections.abc import Iterable, Sequence
from typing import Final

from granview.core.labels import Color, normalized

OKABE_ITO: Final[tuple[Color, ...]] = (
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (204, 121, 167),
    (150, 150, 150),
)
LANES_ON_DARK: Final = ("#5dbbf4", "#f1d39e", "#619668", "#c76da2", "#ff4808", "#6f77ff", "#9aea28", "#f6a3b7")
LANES_ON_LIGHT: Final = ("#1862ff", "#c64d0e", "#00915c", "#904c7e", "#9e0019", "#2602e4", "#146047", "#51008b")
"""Hex colours of lanes from left to right, legible on a dark and on a light ground; after eight they begin again.

Found by a search for those that lie furthest apart (CIEDE2000, the nearest pair of eight 11.9, of the first four 15.9)
in the eyes of everybody: as most see them, and with protanopia, deuteranopia and tritanopia as Machado, Oliveira and
Fernandes (2009) model these. ``tests/gui/style/test_lane_colors.py`` measures it.
"""

BACKGROUND: Final[Color] = (40, 42, 48)
_GOLDEN_RATIO = 0.618033988749895
_LIGHTNESS = (0.45, 0.68, 0.56)
_NO_CLASS = frozenset({"background", "unlabeled", "unlabelled", "void", "none", "other", "bg"})


def class_colors(names: Sequence[str]) -> tuple[Color, ...]:
    """One sRGB colour (0 to 255) per class name; names that mean "no class" are a quiet grey."""
    colors: list[Color] = []
    taken = 0
    for name in names:
        if name.casefold().strip("_ ") in _NO_CLASS:
            colors.append(BACKGROUND)
        else:
            colors.append(nth_color(taken))
            taken += 1
    return tuple(colors)


def colors_by_name(names: Iterable[str]) -> dict[str, Color]:
    """A colour of its own for each distinct name, by normalized name, in order of first appearance."""
    distinct: dict[str, str] = {}
    for name in names:
        distinct.setdefault(normalized(name), name)
    return dict(zip(distinct, class_colors(tuple(distinct.values())), strict=True))


def nth_color(n: int) -> Color:
    """The n-th colour (from 0) of the endless sequence: Okabe and Ito's first, then the golden-angle hues."""
    if n < len(OKABE_ITO):
        return OKABE_ITO[n]
    hue = (n * _GOLDEN_RATIO) % 1.0
    red, green, blue = colorsys.hls_to_rgb(hue, _LIGHTNESS[n % len(_LIGHTNESS)], 0.6)
    return round(red * 255), round(green * 255), round(blue * 255)
