"""Characters that a page cannot hold, shown by others: nothing is dropped, and nothing is taken for markup."""

from typing import Final

from granview.core.control_characters import PICTURES, with_controls_shown

_LOST: Final = [*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)]
_PLANE_ENDS: Final = [plane << 16 | end for plane in range(17) for end in (0xFFFE, 0xFFFF)]
_TABLE: Final = PICTURES | dict.fromkeys([*_LOST, *_PLANE_ENDS], 0xFFFD)
_LINE_ENDS: Final = str.maketrans({"\r": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"})


def visible(text: str) -> str:
    """Control characters as their pictures (U+2400 and on), lone surrogates and noncharacters as U+FFFD.

    Every line end becomes LF.
    """
    return text.replace("\r\n", "\n").translate(_LINE_ENDS).translate(_TABLE)


def on_one_line(text: str) -> str:
    """The same for a name: line ends and tabs are spaces, and what sets a direction is shown by its code point."""
    return " ".join(named(text).split())


def named(text: str) -> str:
    """The same for a text that holds names: what sets a direction is shown by its code point, as ``[U+202E]``."""
    return with_controls_shown(visible(text))
