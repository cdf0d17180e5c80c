import dataclasses

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from granview.gui.style.theme import DARK, LIGHT, Theme, theme_for

THEMES = [pytest.param(DARK, id="dark"), pytest.param(LIGHT, id="light")]
GROUNDS = ("window", "panel", "canvas", "raised")
TEXTS = ("text", "muted", "accent", "good", "bad", "warn")


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2.2."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(color).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_agrees_with_the_standards_extremes() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_stands_out_from_every_ground(theme: Theme, ground: str, text: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_the_accent_stands_out(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_canvas_is_darker_than_panels(theme: Theme) -> None:
    assert luminance(theme.canvas) < luminance(theme.panel)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_one(theme: Theme) -> None:
    for name, value in dataclasses.asdict(theme).items():
        assert name == "is_dark" or QColor(value).isValid(), name


def test_color_carries_the_opacity() -> None:
    color = DARK.color("accent", 0.5)
    assert (color.name(), color.alpha()) == (DARK.accent, 128)


def test_choice_decides_and_system_asks_the_desktop(qapp: QApplication) -> None:
    assert theme_for(qapp, "dark") is DARK
    assert theme_for(qapp, "light") is LIGHT
    assert theme_for(qapp, "system") in (DARK, LIGHT)
