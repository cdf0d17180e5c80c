"""Texts of menus without the letters that the keyboard chooses them by."""

import re
from typing import Final

_MARK: Final = re.compile(r"\(&.\)|&(?=.)")
"""A letter of the text itself, or, where the script has no such letters, one in brackets behind it."""


def without_mnemonic(text: str) -> str:
    """The text as it is read: ``&Run`` and ``运行(&R)`` without their marks."""
    return _MARK.sub("", text)
