"""What the columns of a data set are: its first rows, a role above each column, and what becomes of a row."""

from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QTableWidget,
    QWidget,
)

from granview.core.errors import InputError
from granview.gui.dialogs.column_preview import CELL_CHARS, cell_of, size_columns
from granview.gui.dialogs.dialog_page import Page
from granview.gui.widgets.text_preview import one_line, preview_of
from granview.io.column_prompt import ColumnPrompt
from granview.io.column_roles import ColumnRoles
from granview.io.datasets.file_records import FileRecord, file_record_of
from granview.io.datasets.text_records import TextRecord, record_of

translate = QCoreApplication.translate

_N_ROWS: Final = 12
_ROW_PX: Final = 26


Record = TextRecord | FileRecord
"""What a row becomes."""


class ColumnsDialog(Page):
    """Emits the roles that were chosen.

    Attributes:
        header: Whether the first row holds the names; hidden where the file's format says so itself.
        roles: The choice above each column.
        table: The choices, and the first rows.
        words: What becomes of them.
    """

    guide = "guide/data-sets.md#which-column-is-what"

    chosen = Signal(object, object)
    """``ColumnRoles``, and whether the first row holds the names of the columns; None where the format says so."""

    header_changed = Signal(bool)
    """The file is to be read anew, with or without a first row of names, and shown by ``show_prompt``."""

    def __init__(self, prompt: ColumnPrompt, parent: QWidget) -> None:
        explanation = self.tr("Say what the columns of {name} are. Each row becomes one sample of the comparison.")
        super().__init__(self.tr("Columns"), parent, explanation.format(name=prompt.path.name))
        self._prompt = prompt
        self.roles: dict[str, QComboBox] = {}
        self.header = QCheckBox(self.tr("First row holds the names"))
        self.header.setVisible(prompt.has_header is not None)
        self.header.setChecked(bool(prompt.has_header))
        self.header.toggled.connect(self.header_changed)
        self.body.addWidget(self.header)
        self.table = self._new_table()
        self.body.addWidget(self.table, 1)
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.words)
        self.add_cancel(self.tr("Cancel"))
        self.add = self.add_accept(self.tr("Add"))
        self._say()
        self.resize(860, 520)

    @property
    def path(self) -> Path:
        """The file that is asked about."""
        return self._prompt.path

    def accept(self) -> None:
        """Add the data set with these roles."""
        self.chosen.emit(self.choice(), self._prompt.has_header)
        super().accept()

    def show_prompt(self, prompt: ColumnPrompt) -> None:
        """Show the same file read anew. An answer to what is no longer asked is dropped."""
        if prompt.has_header != self.header.isChecked():
            return
        self._prompt = prompt
        self.roles.clear()
        old, self.table = self.table, self._new_table()
        self.body.replaceWidget(old, self.table)
        old.deleteLater()
        self._say()

    def choice(self) -> ColumnRoles:
        """The roles as they are chosen now."""
        roles = {combo.currentData(): column for column, combo in self.roles.items() if combo.currentData()}
        return msgspec.convert(roles, ColumnRoles)

    def _new_table(self) -> QTableWidget:
        preview = self._prompt.preview
        table = QTableWidget(1 + min(len(preview.rows), _N_ROWS), len(preview.columns))
        table.setHorizontalHeaderLabels([one_line(column, CELL_CHARS) for column in preview.columns])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setStyleSheet("QTableView::item { padding: 0 5px; }")
        table.verticalHeader().hide()
        row_px = max(_ROW_PX, table.fontMetrics().height() + 8)
        table.verticalHeader().setDefaultSectionSize(row_px)
        table.setRowHeight(0, row_px + 10)
        roles = {column: role for role, column in msgspec.structs.asdict(self._prompt.guess).items() if column}
        for place, column in enumerate(preview.columns):
            self.roles[column] = self._role_box(column, roles.get(column, ""))
            table.setCellWidget(0, place, self.roles[column])
            for row, values in enumerate(preview.rows[:_N_ROWS], 1):
                table.setItem(row, place, cell_of(values.get(column)))
        size_columns(table)
        return table

    def _role_box(self, column: str, role: str) -> QComboBox:
        box = QComboBox()
        for key, title in _roles():
            box.addItem(title, key)
        box.setCurrentIndex(max(box.findData(role), 0))
        box.setAccessibleName(column)
        box.currentIndexChanged.connect(lambda _: self._on_role(column))
        return box

    def _on_role(self, column: str) -> None:
        """A role belongs to one column: whichever had it before has none now."""
        role = self.roles[column].currentData()
        for other, box in self.roles.items():
            if other != column and role and box.currentData() == role:
                box.setCurrentIndex(0)
        self._say()

    def _say(self) -> None:
        roles = self.choice()
        self.add.setEnabled(roles.usable)
        if not roles.usable:
            self.words.setText(
                self.tr("Choose the column of the text, of the context, of the tokens, or of the files.")
            )
            return
        records, troubles = self._records(roles)
        every = len(records) == self._n_rows()
        count = (
            self.tr("The first {all} rows all become {samples}.")
            if every
            else self.tr("Of the first {all} rows, {n} become {samples}.")
        )
        samples = self.tr("texts") if roles.file is None else self.tr("files with what goes with them")
        lines = [count.format(n=len(records), all=self._n_rows(), samples=samples)]
        lines += [in_words(records[0])] if records else []
        lines += [self.tr("The others: a row {why}.").format(why=troubles[0])] if troubles else []
        self.words.setText("\n".join([*lines, *self._prompt.preview.notices]))

    def _n_rows(self) -> int:
        return len(self._prompt.preview.rows)

    def _records(self, roles: ColumnRoles) -> tuple[list[Record], list[str]]:
        records, troubles = list[Record](), list[str]()
        for values in self._prompt.preview.rows:
            try:
                is_file = roles.file is not None
                records.append(
                    file_record_of(values, roles, self._prompt.path) if is_file else record_of(values, roles)
                )
            except InputError as error:
                troubles.append(error.message)
        return records, troubles


def in_words(record: Record) -> str:
    """What a row becomes: its text, or its file with what goes with it, and what is known of it."""
    if isinstance(record, FileRecord):
        return _file_in_words(record)
    known = record.reference
    parts = [translate("Columns", "First text: {text}").format(text=preview_of(record.text, CELL_CHARS))]
    if known is not None and known.labels is not None:
        parts.append(translate("Columns", "Class: {labels}").format(labels=", ".join(known.labels) or "–"))
    if known is not None and known.entities is not None:
        parts.append(translate("Columns", "Entities: {n}").format(n=len(known.entities)))
    if known is not None and known.answers is not None:
        parts.append(translate("Columns", "Answers: {n}").format(n=len(known.answers)))
    if known is not None and known.targets:
        parts.append(translate("Columns", "Should become: {text}").format(text=one_line(known.targets[0], CELL_CHARS)))
    if known is None:
        parts.append(translate("Columns", "No reference."))
    return "\n".join(parts)


def _file_in_words(record: FileRecord) -> str:
    lines = [translate("Columns", "First file: {name}").format(name=record.path.name)]
    if record.parts:
        roles = ", ".join(part.role for part in record.parts)
        lines.append(translate("Columns", "With it: {roles}").format(roles=roles))
    name = None if record.reference is None else record.reference.name
    words = translate("Columns", "No reference.") if name is None else translate("Columns", "Reference: {name}")
    return "\n".join([*lines, words.format(name=name)])


def _roles() -> tuple[tuple[str, str], ...]:
    tr = translate
    return (
        ("", "–"),
        ("text", tr("Columns", "Text")),
        ("pair", tr("Columns", "Second text")),
        ("messages", tr("Columns", "Messages of a chat")),
        ("question", tr("Columns", "Question")),
        ("context", tr("Columns", "Context")),
        ("label", tr("Columns", "Class")),
        ("label_name", tr("Columns", "Name of the class")),
        ("entities", tr("Columns", "Entities")),
        ("tokens", tr("Columns", "Tokens")),
        ("tags", tr("Columns", "Tags of the tokens")),
        ("target", tr("Columns", "What it should become")),
        ("answers", tr("Columns", "Answers")),
        ("cases", tr("Columns", "Test cases")),
        ("grain", tr("Columns", "Grain")),
        ("id", tr("Columns", "Identifier")),
        ("file", tr("Columns", "File")),
        ("second", tr("Columns", "Second file")),
        ("phrase", tr("Columns", "Phrase")),
        ("reference", tr("Columns", "File of the reference")),
    )
