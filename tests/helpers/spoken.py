"""What a screen reader has to say of a window's controls."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from granview.gui.widgets.accessible_names import controls


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def is_popup_of_a_list(widget: QWidget) -> bool:
    """The list that drops down from a combo box is announced as that."""
    around = widget.parentWidget()
    return isinstance(widget, QAbstractItemView) and around is not None and isinstance(around.parent(), QComboBox)


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader has no words for, with what they lie in; those that are hidden are not there."""
    return [
        " < ".join(type(widget).__name__ for widget in (control, *parents(control)))
        for control in controls(root)
        if not spoken(control) and not control.isHidden() and not is_popup_of_a_list(control)
    ]


def parents(widget: QWidget) -> Iterator[QWidget]:
    while (widget := widget.parentWidget()) is not None:
        yield widget
