"""Names for screen readers: what shows a person by its place or its icon what it is, says it in words."""

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

CONTROLS: Final = (QAbstractButton, QAbstractScrollArea, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
_TAG = re.compile(r"<[^>]*>")


def name_controls(root: QWidget, title: str = "") -> None:
    """Give every control below a widget a name, unless it has one or words of its own.

    It is the text of its label, else of its hint or tool tip; what has none of these goes by what it lies in: the list
    of a combo box by that box, a table by its panel.

    Args:
        root: Such as a panel or a dialog, with all that is in it.
        title: What that is called, in the user's language; by default the title of the window or dock that it lies in.
    """
    title = title or title_around(root)
    labels = {label.buddy(): label.text() for label in root.findChildren(QLabel) if label.buddy() is not None}
    for control in controls(root):
        if not control.accessibleName() and not has_words(control):
            around = control.parentWidget()
            words = labels.get(control) or own_words(control) or name_around(around, root, title)
            control.setAccessibleName(_TAG.sub("", words).replace("&", "").partition("\n")[0].rstrip(": "))


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything below that takes keys or clicks, outermost first."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar):
            yield widget


def has_words(control: QWidget) -> bool:
    """Whether a button says on its face what it does."""
    return isinstance(control, QAbstractButton) and bool(control.text())


def own_words(control: QWidget) -> str:
    """The hint in an empty field, or the tool tip."""
    hint = control.placeholderText() if isinstance(control, QLineEdit | QPlainTextEdit | QComboBox) else ""
    return hint or control.toolTip()


def name_around(widget: QWidget | None, root: QWidget, title: str) -> str:
    """Name of the nearest thing around that has one, up to the root's title."""
    while widget is not None and widget is not root:
        if widget.accessibleName():
            return widget.accessibleName()
        widget = widget.parentWidget()
    return title


def title_around(widget: QWidget | None) -> str:
    """Title of the nearest window or dock that a widget lies in."""
    while widget is not None:
        if widget.windowTitle():
            return widget.windowTitle()
        widget = widget.parentWidget()
    return ""
