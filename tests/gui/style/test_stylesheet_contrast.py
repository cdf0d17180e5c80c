"""Colours that the style sheet really pairs stand apart as WCAG 2.2 asks: 4.5:1 for text, 3:1 for forms."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from granview.gui.paint.contrast import contrast
from granview.gui.style.lane_colors import LANES_ON_DARK, LANES_ON_LIGHT
from granview.gui.style.stylesheet import QUIET_SHARE, mixed, style_sheet
from granview.gui.style.theme import DARK, LIGHT, Theme

THEMES = [pytest.param(DARK, id="dark"), pytest.param(LIGHT, id="light")]
TEXTS = ("text", "muted", "accent", "good", "bad", "warn")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOR = re.compile(r"#[0-9a-f]{6}")
NO_TEXT = re.compile(
    r"separator|handle|groove|sub-page|chunk|Splitter|indicator|ProgressBar|QFrame|Corner|StatusBar::item"
)
"""Parts that never have text on them."""


def rules(theme: Theme) -> Iterator[tuple[str, dict[str, str]]]:
    """Each selector of the style sheet with what it sets; what cannot be used is exempt, as in WCAG."""
    for selectors, body in _RULE.findall(style_sheet(theme)):
        pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
        values = {name.strip(): value.strip() for name, value in pairs}
        for selector in selectors.split(","):
            if ":disabled" not in selector:
                yield selector.strip(), values


def grounds(theme: Theme) -> tuple[str, ...]:
    """What anything may lie on that has no ground of its own."""
    return theme.window, theme.panel, theme.raised


def apart(one: str, other: str) -> float:
    return contrast(QColor(one), QColor(other))


@pytest.mark.parametrize("theme", THEMES)
def test_text_of_every_rule_stands_out_from_its_ground(theme: Theme) -> None:
    seen = 0
    said = {selector: values["color"] for selector, values in rules(theme) if "color" in values}
    for selector, values in rules(theme):
        if NO_TEXT.search(selector):
            continue
        own = _COLOR.findall(values.get("background", ""))
        states = [selector.rsplit(":", n)[0] for n in range(selector.count(":") + 1)]
        color = next((said[state] for state in states if state in said), theme.text)
        for ground in own or (grounds(theme) if "color" in values else ()):
            seen += 1
            assert apart(color, ground) >= 4.5, (selector, color, ground)
        selected = values.get("selection-background-color")
        if selected:
            assert apart(values["selection-color"], selected) >= 4.5, selector
    assert seen > 40


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_lanes_stand_out_from_selected_rows(theme: Theme) -> None:
    quiet = mixed(theme.panel, theme.accent, QUIET_SHARE)
    assert {
        name: apart(getattr(theme, name), quiet) for name in TEXTS if apart(getattr(theme, name), quiet) < 4.5
    } == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lanes_fields_and_the_frame_of_the_focus_stand_out_from_every_ground(theme: Theme) -> None:
    quiet = mixed(theme.panel, theme.accent, QUIET_SHARE)
    lanes = LANES_ON_DARK if theme.is_dark else LANES_ON_LIGHT
    field = theme.window if theme.is_dark else "#ffffff"
    for ground in (*grounds(theme), theme.canvas, quiet):
        assert {lane: apart(lane, ground) for lane in lanes if apart(lane, ground) < 3} == {}
        assert apart(theme.accent, ground) >= 3
    for ground in (*grounds(theme), field):
        assert apart(theme.edge, ground) >= 3
    assert apart(theme.on_accent, theme.accent) >= 3, "the frame of a primary button that has the focus"


@pytest.mark.parametrize("theme", THEMES)
def test_what_takes_keys_shows_it_by_a_frame_that_stands_out(theme: Theme) -> None:
    frames = {}
    for selector, values in rules(theme):
        if selector.endswith(":focus"):
            found = _COLOR.findall(values.get("border-color", values.get("border", values.get("background", ""))))
            frames[selector] = found[0]
    assert set(frames.values()) == {theme.accent, theme.on_accent}
    wanted = (
        *("QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QSpinBox", "QCheckBox", "QRadioButton", "QTabBar"),
        *("QAbstractItemView", "QTextBrowser", "QPlainTextEdit", "QGraphicsView", "QScrollArea", "QSlider"),
    )
    assert [kind for kind in wanted if not any(selector.startswith(kind) for selector in frames)] == []
