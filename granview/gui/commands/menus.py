"""The menu bar: which act stands where."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from granview.core.gallery import all_galleries
from granview.gui.arrangement.presets import PRESETS
from granview.gui.language.mnemonics import without_mnemonic
from granview.gui.widgets.action_set import ActionSet

translate = QCoreApplication.translate

SEPARATOR: Final = "-"


def menus() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titles, and under each the names of acts; names of submenus stand for those."""
    return (
        (
            translate("Menus", "&File"),
            (
                "open-files", "open-folder", "open-data-set", "add-references", "paste", SEPARATOR,
                "new-session", "open-session", "recent", SEPARATOR,
                "save-session", "save-session-as", "revert-session", SEPARATOR,
                "export", "report", SEPARATOR, "quit",
            ),
        ),
        (translate("Menus", "&Gallery"), tuple(gallery.act for gallery in all_galleries())),
        (
            translate("Menus", "&Edit"),
            (
                "undo", "redo", SEPARATOR, "copy-view", "remove-sample", SEPARATOR,
                "mark-reference-is-wrong", "mark-unclear", "mark-important", SEPARATOR,
                "classes", "mask-values", "image-range", SEPARATOR, "preferences",
            ),
        ),
        (
            translate("Menus", "&View"),
            (
                "previous", "next", SEPARATOR,
                "mode-all", "mode-swipe", "mode-blink", "mode-difference", "mode-solo", SEPARATOR,
                "picture", "reference", "outline", "opacity-less", "opacity-more", "keep-heads", SEPARATOR,
                "text-difference", "confidence", SEPARATOR,
                "explain", "explain-everywhere", SEPARATOR,
                "find", "find-next", "find-previous", SEPARATOR,
                "previous-unit", "next-unit", "slices", "clear-focus", SEPARATOR,
                "fit", "actual-size", "zoom-in", "zoom-out", "loupe", "navigator", SEPARATOR,
                *(f"preset-{name}" for name in PRESETS), "reset-layout", SEPARATOR,
                "hide-panels", "fold-results", "panels", "float-panel", "full-screen", SEPARATOR,
                "next-region", "previous-region", "next-cell", "previous-cell",
            ),
        ),
        (translate("Menus", "&Lanes"), ("add-lanes", "add-variants", "close-lanes")),
        (translate("Menus", "&Run"), ("run", "rerun", "stop", SEPARATOR, "task-params", "text-params")),
        (
            translate("Menus", "&Help"),
            (
                "guide", "first-comparison", "guide-here", "tour", SEPARATOR, "install-runtime", SEPARATOR,
                "keyboard", SEPARATOR, "updates", "crash-reports", "about",
            ),
        ),
    )  # fmt: skip


def fill_menu_bar(window: QMainWindow, actions: ActionSet, submenus: dict[str, QMenu]) -> None:
    """Build the window's menu bar, and give the window every act, so that keys without a menu entry work too."""
    bar = window.menuBar()
    for title, names in menus():
        menu = bar.addMenu(title)
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
    placed = {name for _, names in menus() for name in names}
    groups = [(title, [n for n in names if n in actions.names()]) for title, names in menus()]
    groups.append(("", [name for name in actions.names() if name not in placed]))
    return [(without_mnemonic(title), [actions[n] for n in names if actions[n].shortcuts()]) for title, names in groups]
