"""Three questions about saving, each with a way back; none stops the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from granview.store.journal import LeftBehind, UnsavedChanges

translate = QCoreApplication.translate

Roles = QMessageBox.ButtonRole


def ask_to_save(name: str, on_save: Callable[[], None], on_leave: Callable[[], None], parent: QWidget) -> QMessageBox:
    """Ask whether changes of a document are saved before it is left; *Cancel* stays.

    Args:
        name: The document; empty for a comparison without a name.
        on_save: Saves it, and goes on.
        on_leave: Goes on without.
        parent: Over which window.
    """
    if name:
        text = translate("SaveChanges", "Save the changes of {name}?").format(name=name)
        more = translate("SaveChanges", "Without saving they are lost, and the file stays as it was saved last.")
    else:
        text = translate("SaveChanges", "Save this comparison under a name?")
        more = translate("SaveChanges", "Without one it is kept among the last ten comparisons that have none.")
    box = _box(text, more, parent)
    save = box.addButton(translate("SaveChanges", "&Save"), Roles.AcceptRole)
    _on(box, save, on_save)
    _on(box, box.addButton(translate("SaveChanges", "&Don't save"), Roles.DestructiveRole), on_leave)
    _cancel(box)
    box.setDefaultButton(save)
    box.open()
    return box


def ask_about_left_behind(
    changes: UnsavedChanges, chosen: Callable[[LeftBehind], None], parent: QWidget
) -> QMessageBox:
    """Ask what becomes of changes that an earlier run of the program has left behind; *Cancel* opens nothing."""
    when = date_in_words(changes.written_at)
    text = translate("SaveChanges", "{name} has changes of {when} that were not saved.")
    more = translate("SaveChanges", "Go on with them, or open the file as it was saved, with or without keeping them.")
    box = _box(text.format(name=changes.document.name, when=when), more, parent)
    choices = (
        (translate("SaveChanges", "&Recover them"), Roles.AcceptRole, LeftBehind.RECOVER),
        (translate("SaveChanges", "&Keep both"), Roles.ActionRole, LeftBehind.PART),
        (translate("SaveChanges", "&Discard them"), Roles.DestructiveRole, LeftBehind.DROP),
    )
    for words, role, left in choices if changes.is_of_document else choices[1:]:
        button = box.addButton(words, role)
        _on(box, button, partial(chosen, left))
        if box.defaultButton() is None:
            box.setDefaultButton(button)
    _cancel(box)
    box.open()
    return box


def date_in_words(seconds: float) -> str:
    """A time in seconds since 1970, as it is written where the user is."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(round(seconds)), QLocale.FormatType.ShortFormat)


def _box(text: str, more: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "GranView", text, QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(more)
    box.finished.connect(box.deleteLater)
    return box


def _on(box: QMessageBox, button: QPushButton, act: Callable[[], None]) -> None:
    """Do something once the box is closed by a button: what it does may open another one."""
    box.finished.connect(lambda _: act() if box.clickedButton() is button else None)


def _cancel(box: QMessageBox) -> None:
    box.setEscapeButton(box.addButton(translate("SaveChanges", "Cancel"), Roles.RejectRole))
