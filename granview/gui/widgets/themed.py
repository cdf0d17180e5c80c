"""Widgets that draw in colours of the theme themselves, beyond what the style sheet does."""

from PySide6.QtWidgets import QWidget

from granview.gui.style.theme import Theme


class ThemedWidget(QWidget):
    """A widget that is told when the theme changes."""

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        raise NotImplementedError
