"""The tool tip of a combo box: what is chosen, whole however narrow the box is, and what the choice is for."""

from PySide6.QtWidgets import QComboBox

from granview.gui.widgets.text_preview import as_tip


def set_choice_tip(choice: QComboBox, about: str) -> None:
    """Say in a tool tip what is chosen, now and whenever it changes, with ``about`` below.

    Args:
        choice: Named ``about`` for screen readers where it has no name yet.
        about: What the choice is for.
    """
    is_new = choice.property("about") is None
    choice.setProperty("about", about)
    if not choice.accessibleName():
        choice.setAccessibleName(about)
    if is_new:
        choice.currentTextChanged.connect(lambda text: _show(choice, text))
    _show(choice, choice.currentText())


def _show(choice: QComboBox, text: str) -> None:
    choice.setToolTip(as_tip("\n".join(filter(None, (text, str(choice.property("about")))))))
