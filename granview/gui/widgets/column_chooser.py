"""A button that says how many columns of a table are out of view, and chooses which are shown."""

from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from granview.gui.style.icons import IconSet
from granview.gui.widgets.table_view import TableView
from granview.gui.widgets.text_preview import as_tip

_BETWEEN: Final = "\n"


class Memory(Protocol):
    """Keeps bytes from one start to the next."""

    def bytes_of(self, key: str) -> bytes | None:
        """What is kept under a key."""

    def keep_bytes(self, key: str, value: bytes) -> None:
        """Keep it under a key."""

    def forget(self, key: str) -> None:
        """Keep nothing under that key any more."""


class ColumnChooser(QToolButton):
    """Offers every column of a table; what is chosen is remembered, for each task by itself.

    Args:
        view: The table.
        memory: Where choices are kept.
        name: The table's name there.
        icons: Where its icon comes from.
        more: Further entries of its menu.
    """

    def __init__(
        self, view: TableView, memory: Memory, name: str, icons: IconSet, more: tuple[QAction, ...] = ()
    ) -> None:
        super().__init__()
        self._view = view
        self._memory = memory
        self._name = name
        self._scope = ""
        self._more = more
        self.setIcon(icons.icon("columns"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Columns"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        view.let_hide()
        view.columns_changed.connect(self.refresh)
        self.refresh()

    def set_scope(self, scope: str) -> None:
        """Show what was chosen for this task."""
        self._scope = scope
        kept = self._memory.bytes_of(self._at())
        self._view.choose_columns(None if kept is None else frozenset(kept.decode().split(_BETWEEN)))

    def choose(self, titles: frozenset[str] | None) -> None:
        """Show these columns from now on, at the next start too; None: as many as fit."""
        if titles is None:
            self._memory.forget(self._at())
        else:
            self._memory.keep_bytes(self._at(), _BETWEEN.join(sorted(titles)).encode())
        self._view.choose_columns(titles)

    def fill(self) -> None:
        """Offer the columns that there are now."""
        menu, shown = self.menu(), set(self._view.shown_columns())
        menu.clear()
        auto = menu.addAction(self.tr("As many as fit"), lambda: self.choose(None))
        auto.setCheckable(True)
        auto.setChecked(self._view.chosen_columns is None)
        menu.addSeparator()
        for column in self._view.table.columns:
            entry = menu.addAction(column.title, partial(self._toggle, column.title))
            entry.setCheckable(True)
            entry.setChecked(column.title in shown)
        visible = [action for action in self._more if action.isVisible()]
        if visible:
            menu.addSeparator()
            menu.addActions(visible)

    def _toggle(self, title: str) -> None:
        self.choose(frozenset(self._view.shown_columns()) ^ {title})

    def _at(self) -> str:
        return f"columns/{self._name}/{self._scope}"

    def refresh(self) -> None:
        """Say what is out of view now; there is nothing to choose while the table is not shown."""
        shown = set(self._view.shown_columns())
        hidden = [column.title for column in self._view.table.columns if column.title not in shown]
        self.setText(f"+{len(hidden)}" if hidden else "")
        words = self.tr("Choose the columns")
        more = self.tr("Not shown: {columns}").format(columns=", ".join(hidden))
        self.setToolTip(as_tip("\n".join([words, more] if hidden else [words])))
        self.setVisible(bool(self._view.table.columns) and not self._view.isHidden())
