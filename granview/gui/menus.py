"""The menu bar: which act stands where."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from granview.gui.actions import ActionSet

SEPARATOR: Final = "-"
_CONTEXT: Final = "Menus"

MENUS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        QT_TRANSLATE_NOOP("Menus", "&File"),
        (
            "open-files", "open-folder", "open-gallery", "add-references", "paste", SEPARATOR,
            "new-session", "open-session", "recent", "save-session", SEPARATOR,
            "export", SEPARATOR, "quit",
        ),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&Edit"), ("copy-view", "remove-sample", SEPARATOR, "classes", "preferences")),
    (
        QT_TRANSLATE_NOOP("Menus", "&View"),
        (
            "previous", "next", SEPARATOR,
            "mode-all", "mode-swipe", "mode-blink", "mode-difference", "mode-solo", SEPARATOR,
            "outline", "reference", "opacity-less", "opacity-more", SEPARATOR,
            "fit", "actual-size", "zoom-in", "zoom-out", SEPARATOR,
            "panels", "reset-layout", "full-screen",
        ),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&Lanes"), ("add-lanes", "close-lanes")),
    (QT_TRANSLATE_NOOP("Menus", "&Run"), ("run", "rerun", "stop")),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), ("keyboard", "about")),
)  # fmt: skip
"""Titles, and under each the names of acts; names of submenus stand for those."""


def fill_menu_bar(window: QMainWindow, actions: ActionSet, submenus: dict[str, QMenu]) -> None:
    """Build the window's menu bar, and give the window every act, so that keys without a menu entry work too."""
    bar = window.menuBar()
    for title, names in MENUS:
        menu = bar.addMenu(QCoreApplication.translate(_CONTEXT, title))
        for name in names:
            if name == SEPARATOR:
                menu.addSeparator()
            elif name in submenus:
                menu.addMenu(submenus[name])
            else:
                menu.addAction(actions[name])
    window.addActions([actions[name] for name in actions.names()])


def acts_by_menu(actions: ActionSet) -> list[tuple[str, list[QAction]]]:
    """Every act that has a key, under its menu's title; those in no menu come last, without a title."""
    placed = {name for _, names in MENUS for name in names}
    groups = [(title, [n for n in names if n in actions.names()]) for title, names in MENUS]
    groups.append(("", [name for name in actions.names() if name not in placed]))
    translated = [(QCoreApplication.translate(_CONTEXT, title).replace("&", ""), names) for title, names in groups]
    return [(title, [actions[n] for n in names if actions[n].shortcuts()]) for title, names in translated]
