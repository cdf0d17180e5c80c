"""Style sheets of the widgets that lie over a picture."""

from granview.gui.style.theme import Theme


def button_style_sheet(theme: Theme) -> str:
    """A button that is legible over any picture."""
    return (
        f"QPushButton {{ background: {theme.panel}; color: {theme.text}; border: 1px solid {theme.border};"
        " border-radius: 6px; padding: 4px 12px; }"
        f"QPushButton:hover {{ background: {theme.raised}; border-color: {theme.muted}; }}"
        f"QPushButton:focus {{ border-color: {theme.accent}; }}"
    )


def card_style_sheet(theme: Theme, tone: str) -> str:
    """A card with a headline in the colour of a theme's role, a line of detail, a bar and a button."""
    return (
        f"#statusCard {{ background: {theme.panel}; border: 1px solid {theme.border}; border-radius: 8px; }}"
        f"#statusHeadline {{ color: {getattr(theme, tone)}; font-weight: 600; background: transparent; }}"
        f"#statusDetail {{ color: {theme.text}; background: transparent; }}"
        f"QProgressBar {{ background: {theme.raised}; border: none; border-radius: 2px; max-height: 4px;"
        " min-height: 4px; }"
        f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}"
    ) + button_style_sheet(theme)
