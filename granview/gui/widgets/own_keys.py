"""Keys that a control has for itself while it has the focus, though elsewhere in the window they do something else."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QListView,
    QTabBar,
    QWidget,
)

_SIDEWAYS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_MOVES: Final = _SIDEWAYS | {
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
}
_PRESSES: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN: Final = (
    (QAbstractSlider, _MOVES),
    (QTabBar, _MOVES),
    (QComboBox, (_MOVES - _SIDEWAYS) | _PRESSES),
    (QAbstractItemView, (_MOVES - _SIDEWAYS) | _PRESSES),
    (QAbstractButton, _PRESSES),
)
"""By kinds of controls. In a list and a closed combo box left and right do nothing: they go on to another sample."""


def keeps(control: QWidget | None, event: QKeyEvent) -> bool:
    """Whether a key is for the control that has the focus, before it is a shortcut of the window.

    Args:
        control: What has the focus.
        event: A key that is pressed.
    """
    if control is None or event.modifiers() not in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    ):
        return False
    key = Qt.Key(event.key())
    if key in _SIDEWAYS and isinstance(control, QAbstractButton):
        return control.group() is not None  # where only the one that is down has the keys
    if key in _SIDEWAYS and isinstance(control, QAbstractItemView):
        return _goes_sideways(control)
    return any(isinstance(control, kind) and key in keys for kind, keys in _OWN)


def _goes_sideways(view: QAbstractItemView) -> bool:
    """Whether it has columns out of sight, or pictures beside each other."""
    is_grid = isinstance(view, QListView) and view.viewMode() == QListView.ViewMode.IconMode
    return is_grid or view.horizontalScrollBar().maximum() > 0
