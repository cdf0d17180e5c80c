"""Who hears the window, or moves through it by keyboard: every control has a name, and shows that it has the focus."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from granview.gui.style.stylesheet import apply_theme
from granview.gui.style.theme import DARK, LIGHT, Theme
from granview.gui.widgets.accessible_names import name_controls
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.shell import Bench
from tests.helpers.spoken import nameless, parents

DIALOGS = (
    *("add-lanes", "add-variants", "preferences", "export", "report", "keyboard", "about"),
    *("task-params", "text-params", "classes"),
)
LEAST_PX = 12
"""A frame about even the smallest control has so many pixels of another colour."""


def focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if (
            takes
            and widget.isVisibleTo(root)
            and widget.isEnabled()
            and widget.width() > 4
            and not widget.visibleRegion().isEmpty()
        ):
            yield widget


def luminance(picture: QImage) -> NDArray[np.float64]:
    """Relative luminance of each pixel, as WCAG 2.2 defines it: (H, W), 0 to 1."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB32)
    channels = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.width(), 4)[..., 2::-1] / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def framed_px(before: QImage, after: QImage) -> int:
    """How many pixels differ by a contrast of 3:1, as a mark of the focus must; a field may grow while it has it."""
    height = min(before.height(), after.height())
    one, other = luminance(before)[:height], luminance(after)[:height]
    return int(np.count_nonzero((np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05) >= 3))


def without_a_frame(root: QWidget, least: int = 1) -> list[str]:
    """Widgets that look the same with the focus as without.

    Args:
        root: An active window.
        least: So many can have the focus at least.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    while not root.isActiveWindow():
        app.processEvents()
    same, n = [], 0
    for widget in focusable(root):
        widget.clearFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        n += 1
        assert app.focusWidget() is widget, widget
        if framed_px(before, widget.grab().toImage()) < LEAST_PX:
            same.append(" < ".join(type(each).__name__ for each in (widget, *parents(widget))))
    assert n >= least
    return same


@pytest.fixture
def filled(open_window: OpenBench, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A window with pictures that two lanes have been scored on, so that every panel has something in it."""
    return open_window(scored_session(tmp_path_factory.mktemp("scored") / "scored.granview", samples=8))


def test_every_control_of_the_window_and_its_dialogs_has_a_name_and_shows_the_focus(
    filled: Bench, qapp: QApplication
) -> None:
    window = filled.work.window
    window.activateWindow()
    assert nameless(window) == []
    assert without_a_frame(window, 10) == []
    for name, panel in window.docks.panels.items():
        window.docks.show_panel(name)
        filled.live(0.05)
        assert (name, without_a_frame(panel, 0)) == (name, [])
    for act in DIALOGS:
        window.actions_by_name[act].trigger()
        filled.until(lambda: qapp.activeModalWidget() is not None)
        dialog = qapp.activeModalWidget()
        assert (act, nameless(dialog)) == (act, [])
        assert (act, without_a_frame(dialog)) == (act, [])
        dialog.close()
        filled.until(lambda: qapp.activeModalWidget() is None)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_a_primary_button_shows_the_focus_too(theme: Theme, qapp: QApplication) -> None:
    apply_theme(qapp, theme)
    root = QWidget()
    row = QVBoxLayout(root)
    button, other = QPushButton("Run"), QPushButton("Other")
    button.setProperty("role", "primary")
    row.addWidget(button)
    row.addWidget(other)
    root.show()
    root.activateWindow()
    assert without_a_frame(root, 2) == []


def test_a_control_goes_by_its_label_its_hint_its_tip_or_what_it_lies_in() -> None:
    root = QWidget()
    labelled, hinted, tipped = QLineEdit(root), QLineEdit(root), QToolButton(root)
    plain, texted = QTableWidget(root), QPushButton("Go", root)
    label = QLabel("&Margin:", root)
    label.setBuddy(labelled)
    hinted.setPlaceholderText("Filter")
    tipped.setToolTip("<b>Copy</b>\nCtrl+C")
    dropped_down = QComboBox(root, accessibleName="Lane").view()

    name_controls(root, "Metrics")

    names = [each.accessibleName() for each in (labelled, hinted, tipped, plain, texted, dropped_down)]
    assert names == ["Margin", "Filter", "Copy", "Metrics", "", "Lane"]
