"""Marks what is looked at: a button for each mark, and a line for the note."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from granview.core.mark import MARK_KINDS, MOST_NOTE_CHARACTERS, MarkKind
from granview.gui.services import Services
from granview.gui.slices.slice_words import MARK_KEYS, mark_title
from granview.gui.widgets.text_preview import as_tip

_NOTE_PX: Final = 70
_POPUP_PX: Final = 260
_ICON: Final = QSize(16, 16)
_COMPACT_PX, _ANY_PX = 26, 16_777_215
"""Most width of a button with an icon alone, and Qt's own ``QWIDGETSIZE_MAX``."""

_ICONS: Final[dict[MarkKind, str]] = {
    "reference is wrong": "mark-wrong",
    "unclear": "mark-unclear",
    "important": "mark-important",
}


class MarkBar(QWidget):
    """Follows what is looked at, and its mark.

    Where there is room, words stand beside the icons and the note is a line of its own; else there are icons alone, and
    the note is written below one.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.buttons = {kind: self._button(kind) for kind in MARK_KINDS}
        self.note = self._note_line()
        self.note.setMinimumWidth(_NOTE_PX)
        self.popup_note = self._note_line()
        self.popup_note.setMinimumWidth(_POPUP_PX)
        self.note_button = self._note_button()
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        for widget in (*self.buttons.values(), self.note_button):
            layout.addWidget(widget)
        layout.addWidget(self.note, 1)
        self.set_compact(False)
        services.marks.changed.connect(self._show)
        services.focus.unit_changed.connect(self._show)
        services.model.samples.current_changed.connect(self._show)
        self._show()

    def set_compact(self, is_compact: bool) -> None:
        """Show icons alone, or words too."""
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if is_compact else style.ToolButtonTextBesideIcon)
            button.setMaximumWidth(_COMPACT_PX if is_compact else _ANY_PX)
        self.note_button.setVisible(is_compact)
        self.note.setVisible(not is_compact)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if is_compact else policy.Ignored, policy.Maximum)
        margins = (0, 0, 0, 0) if is_compact else (8, 0, 8, 4)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*margins)

    def _button(self, kind: MarkKind) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(_ICON)
        button.setIcon(self._services.icons.icon(_ICONS[kind]))
        button.setText(f"{mark_title(kind)} ({MARK_KEYS[kind]})")
        button.setAccessibleName(mark_title(kind))
        tip = self.tr(
            "Mark as '{mark}' the unit that is looked at, or else the sample: key {key}. Once more removes the mark."
        )
        button.setToolTip(as_tip(tip.format(mark=mark_title(kind), key=MARK_KEYS[kind])))
        button.clicked.connect(lambda _=False: self._on_clicked(kind))
        return button

    def _note_line(self) -> QLineEdit:
        line = QLineEdit(placeholderText=self.tr("Note"))
        line.setMaxLength(MOST_NOTE_CHARACTERS)
        line.editingFinished.connect(lambda: self._services.marker.note(line.text()))
        return line

    def _note_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._services.icons.icon("edit"))
        button.setIconSize(_ICON)
        button.setMaximumWidth(_COMPACT_PX)
        button.setAccessibleName(self.tr("Note"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        line = QWidgetAction(menu)
        line.setDefaultWidget(self.popup_note)
        menu.addAction(line)
        menu.aboutToShow.connect(self.popup_note.setFocus)
        self.popup_note.returnPressed.connect(menu.close)
        button.setMenu(menu)
        return button

    def _on_clicked(self, kind: MarkKind) -> None:
        self._services.marker.toggle(kind)
        self._show()

    def _show(self) -> None:
        marker = self._services.marker
        mark, can_be = marker.mark, marker.target is not None and not self._services.document.is_read_only
        for kind, button in self.buttons.items():
            button.setChecked(mark is not None and mark.mark == kind)
            button.setEnabled(can_be)
        self.note_button.setEnabled(can_be and mark is not None)
        note = "" if mark is None else mark.note
        self.note_button.setToolTip(as_tip(note or self.tr("Write a note beside the mark")))
        for line in (self.note, self.popup_note):
            line.setEnabled(can_be and mark is not None)
            if not line.hasFocus() or mark is None:
                line.setText(note)
