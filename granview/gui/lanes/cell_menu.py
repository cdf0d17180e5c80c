"""What a right click on a cell offers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from granview.gui.model.cell_content import CellContent

translate = QCoreApplication.translate

PIN, SOLO, RESTART, CLOSE, COPY = "pin", "solo", "restart", "close", "copy"


def cell_menu(contents: Sequence[CellContent], parent: QWidget, copying: str = "") -> QMenu:
    """A menu for the contents of a cell; each action's data is (what, key). Only lanes can be pinned.

    Args:
        contents: What the cell shows.
        parent: Whom the menu belongs to.
        copying: Text of the action that copies what the cell shows; of its picture, where empty.
    """
    menu = QMenu(parent)
    for content in contents:
        for what, text in _offers(content):
            action = QAction(text, menu)
            action.setData((what, content.key))
            menu.addAction(action)
        menu.addSeparator()
    copy = QAction(copying or translate("CellMenu", "Copy picture"), menu)
    copy.setData((COPY, ""))
    menu.addAction(copy)
    return menu


def _offers(content: CellContent) -> list[tuple[str, str]]:
    name = content.title.replace("&", "&&")
    alone = (SOLO, translate("CellMenu", "Show {lane} alone").format(lane=name))
    if not content.is_lane:
        return [alone]
    if content.pinned:
        pin = translate("CellMenu", "Unpin {lane}")
    else:
        pin = translate("CellMenu", "Pin {lane}: compare the others with it")
    return [
        (PIN, pin.format(lane=name)),
        alone,
        (RESTART, translate("CellMenu", "Restart {lane}").format(lane=name)),
        (CLOSE, translate("CellMenu", "Close {lane}").format(lane=name)),
    ]
