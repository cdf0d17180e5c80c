"""The key to a plot's lines: each lane's marker in its colour, its name, and what is said of it."""

from collections.abc import Iterable
from html import escape

from PySide6.QtWidgets import QLabel

from granview.gui.style.lane_colors import lane_marker


class KeyLine(QLabel):
    """Entries side by side, on several lines where there is little room; none is broken, so no panel grows by them."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def show_entries(self, entries: Iterable[tuple[str, str]]) -> None:
        """Show these.

        Args:
            entries: The colour of each and its words.
        """
        whole = (
            f'<span style="color:{color}">{lane_marker(color).letter}</span>&nbsp;{_unbroken(words)}'
            for color, words in entries
        )
        self.setText("&nbsp;&nbsp; ".join(whole))


def _unbroken(words: str) -> str:
    return escape(words).replace(" ", "&nbsp;").replace("-", "&#8209;")
