"""What the values of masks mean, as a part of a page: what was found, what each is taken for, what follows from it."""

from collections.abc import Iterable
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from granview.core.image_params import VOID_NAME, MaskValues
from granview.core.labels import BACKGROUND, FOREGROUND, Color
from granview.core.palette import class_colors
from granview.io.mask_table import MaskTable, percent

translate = QCoreApplication.translate

Rule = Literal["index", "index-from-1", "named"]

_ROW_PX: Final = 34
_SWATCH_PX: Final = 14
_FEWEST_ROWS: Final = 3
_CLASS: Final = 3
_LARGEST: Final = 1023
_NO_CLASS: Final[Color] = (128, 128, 128)


class MaskMeaning(QWidget):
    """Lets the user say what each value stands for.

    Args:
        table: The values that were found.
        values: What they are taken for at first.
        parent: Its owner.
        keeps_unseen: Whether what was said of values that were not met is kept, since masks that nobody has looked at
            may hold them.

    Attributes:
        form: Where the rule stands; more lines may be added.
        rule: How values that are not named are read.
        boxes: What each value is taken for; one that is corrected has all of them named.
        table: The values.
        words: What follows from the choice.
    """

    changed = Signal()

    def __init__(
        self, table: MaskTable, values: MaskValues, parent: QWidget | None = None, *, keeps_unseen: bool = False
    ) -> None:
        super().__init__(parent)
        self._keeps_unseen = keeps_unseen
        self._table = table
        self._values = values
        self._colors = _colors_of(table)
        self.boxes: dict[int, QComboBox] = {}
        self.rule = QComboBox()
        self.rule.addItem(self.tr("A value is the index of its class"), "index")
        self.rule.addItem(self.tr("1 is the first class, 0 is void"), "index-from-1")
        self.rule.addItem(self.tr("As named below"), "named")
        self.rule.setAccessibleName(self.tr("How values are read"))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.addRow(self.tr("Values"), self.rule)
        self.table = self._new_table()
        self.table.setMinimumHeight(_FEWEST_ROWS * _ROW_PX)
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumHeight((2 if keeps_unseen else 3) * self.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.form)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        self.rule.setCurrentIndex(self.rule.findData(_rule_of(values)))
        self.rule.currentIndexChanged.connect(lambda _: self._on_rule())
        self._on_rule()

    def choice(self) -> MaskValues:
        """What is chosen now."""
        rule: Rule = self.rule.currentData()
        if rule != "named":
            return MaskValues(1 if rule == "index-from-1" else 0, _voids(self._values.named))
        texts = {value: box.currentText().strip() for value, box in self.boxes.items()}
        said = {value: text for value, text in texts.items() if text and not self._table.needs_no_name(value, text)}
        named = {value: _class(text) for value, text in said.items()}
        return MaskValues(named={**_voids(self._values.named), **self._unseen(), **named})

    def _unseen(self) -> dict[int, str | None]:
        if not self._keeps_unseen:
            return {}
        return {value: name for value, name in self._values.named.items() if value not in self.boxes}

    def _new_table(self) -> QTableWidget:
        table = QTableWidget(len(self._table.values), 4)
        titles = (self.tr("Value"), self.tr("Pixels"), self.tr("In masks"), self.tr("Taken for"))
        table.setHorizontalHeaderLabels(titles)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(_ROW_PX, table.fontMetrics().height() + 16))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        for row, held in enumerate(self._table.values):
            texts = (str(held.value), percent(held.share), f"{held.masks:,} / {self._table.n:,}")
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
            self.boxes[held.value] = self._new_box(held.value)
            table.setCellWidget(row, _CLASS, self.boxes[held.value])
        return table

    def _new_box(self, value: int) -> QComboBox:
        box = _ClassBox(editable=True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(self.tr("Class of {value}").format(value=value))
        box.addItems([*(self._table.names or (BACKGROUND, FOREGROUND)), VOID_NAME])
        box.currentTextChanged.connect(lambda _: self._on_corrected())
        return box

    def _on_rule(self) -> None:
        """Show what each value is taken for by the rule; where values are named, that is the beginning."""
        rule = self.rule.currentData()
        shown = self._values if rule == "named" else self.choice()
        for value, box in self.boxes.items():
            box.blockSignals(True)
            box.setCurrentText(self._table.meaning(shown, value) or "")
            box.blockSignals(False)
        self._say()

    def _on_corrected(self) -> None:
        """A value that is taken for something else than the rule says: values are named from now on."""
        self.rule.blockSignals(True)
        self.rule.setCurrentIndex(self.rule.findData("named"))
        self.rule.blockSignals(False)
        self._say()

    def _show_colors(self) -> None:
        """The colours in which masks are drawn when their values are taken so."""
        texts = {value: box.currentText().strip() for value, box in self.boxes.items()}
        colors = self._colors or _colors(text for text in texts.values() if text not in ("", VOID_NAME))
        for row, held in enumerate(self._table.values):
            swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
            swatch.fill(QColor(*colors.get(texts[held.value], _NO_CLASS)))
            item = self.table.item(row, 0)
            if item is not None:
                item.setIcon(swatch)

    def _say(self) -> None:
        self._show_colors()
        unsaid = [value for value, box in self.boxes.items() if not box.currentText().strip()]
        shares: dict[str, float] = {}
        for held in self._table.values:
            name = self.boxes[held.value].currentText().strip()
            shares[name] = shares.get(name, 0.0) + held.share
        void = shares.pop(VOID_NAME, 0.0)
        shares.pop("", None)
        classes = ", ".join(f"{name} {percent(share)}" for name, share in shares.items()) or self.tr("none")
        lines = [self.tr("Classes: {classes}.").format(classes=classes)]
        lines.append(self.tr("Void, and not scored: {share} of the pixels.").format(share=percent(void)))
        if unsaid:
            text = self.tr("Masks that hold {values} are refused, since nothing says what that is.")
            lines.append(text.format(values=", ".join(map(str, unsaid[:8]))))
        self.words.setText("\n".join(lines))
        self.words.setProperty("role", "warn" if unsaid else "")
        self.words.style().polish(self.words)
        self.changed.emit()


class _ClassBox(QComboBox):
    """Enter ends what is typed, and does not press the page's button; the wheel scrolls, and changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the table."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter to itself."""
        line = self.lineEdit()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            line.selectAll()
            event.accept()
        else:
            super().keyPressEvent(event)


def _colors_of(table: MaskTable) -> dict[str, Color]:
    """Of the classes that are named: those of the class files, else those that classes of these names have."""
    files = [group.classes.labels for group in table.groups if group.classes is not None]
    own = {name: color for labels in files for name, color in zip(labels.names, labels.colors, strict=True)}
    return own or dict(zip(table.names, class_colors(table.names), strict=True))


def _colors(names: Iterable[str]) -> dict[str, Color]:
    """Of classes that nothing names: of numbers, those of all classes up to the largest."""
    held = list(dict.fromkeys(names))
    if held and all(name.isdecimal() for name in held):
        held = [str(index) for index in range(min(max(map(int, held)), _LARGEST) + 1)]
    return dict(zip(held, class_colors(held), strict=True))


def _rule_of(values: MaskValues) -> Rule:
    if values.classes:
        return "named"
    return "index-from-1" if values.base else "index"


def _class(text: str) -> str | None:
    return None if text.casefold() == VOID_NAME else text


def _voids(named: dict[int, str | None]) -> dict[int, str | None]:
    """The values that are void besides the rule."""
    return {value: None for value, name in named.items() if name is None}
