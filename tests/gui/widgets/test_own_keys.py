"""Which keys are a control's own."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QSlider,
    QToolButton,
    QWidget,
)

from granview.gui.widgets.own_keys import keeps

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def grouped() -> QToolButton:
    """One of several buttons of which one is down."""
    group = QButtonGroup()
    button = QToolButton()
    group.setParent(button)
    group.addButton(button)
    return button


def icons() -> QListWidget:
    """Pictures beside each other."""
    shown = QListWidget()
    shown.setViewMode(QListWidget.ViewMode.IconMode)
    return shown


@pytest.mark.parametrize(
    ("make", "key", "modifiers", "is_own"),
    [
        (QSlider, Qt.Key.Key_Left, NONE, True),
        (QSlider, Qt.Key.Key_Left, CTRL, False),
        (QSlider, Qt.Key.Key_A, NONE, False),
        (QComboBox, Qt.Key.Key_Down, NONE, True),
        (QComboBox, Qt.Key.Key_Left, NONE, False),
        (QListWidget, Qt.Key.Key_Space, NONE, True),
        (QListWidget, Qt.Key.Key_Right, NONE, False),
        (icons, Qt.Key.Key_Right, NONE, True),
        (QCheckBox, Qt.Key.Key_Space, NONE, True),
        (QCheckBox, Qt.Key.Key_Left, NONE, False),
        (grouped, Qt.Key.Key_Left, NONE, True),
        (QLineEdit, Qt.Key.Key_Left, NONE, False),
        (QWidget, Qt.Key.Key_Space, NONE, False),
    ],
)
def test_a_control_keeps_the_keys_that_it_does_something_with(
    make: type[QWidget], key: Qt.Key, modifiers: Qt.KeyboardModifier, is_own: bool
) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)

    assert keeps(make(), event) is is_own
    assert not keeps(None, event)
