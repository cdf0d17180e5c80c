"""Characters that a page cannot hold, shown by others: nothing is dropped, and nothing is taken for markup."""

from typing import Final

_CONTROLS: Final = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_LOST: Final = [*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)]
_PLANE_ENDS: Final = [plane << 16 | end for plane in range(17) for end in (0xFFFE, 0xFFFF)]
_TABLE: Final = _CONTROLS | dict.fromkeys([*_LOST, *_PLANE_ENDS], 0xFFFD)
_LINE_ENDS: Final = str.maketrans({"\r": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"})


def visible(text: str) -> str:
    """Control characters as their pictures (U+2400 and on), lone surrogates and noncharacters as U+FFFD.

    Every line end becomes LF.
    """
    return text.replace("\r\n", "\n").translate(_LINE_ENDS).translate(_TABLE)


def on_one_line(text: str) -> str:
    """The same for a name: line ends and tabs are spaces."""
    return " ".join(visible(text).split())
