"""What the values of masks mean: the values that were found, what each is taken for, and what follows from it."""

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFormLayout, QLabel, QTableWidget, QTableWidgetItem, QWidget

from granview.core.image_params import VOID_NAME, ImageParams, MaskFrame, MaskValues
from granview.core.labels import BACKGROUND, FOREGROUND
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.mask_table import MaskTable, percent
from granview.io.mask_guess import MaskDoubt

translate = QCoreApplication.translate

Rule = Literal["index", "index-from-1", "named"]

_ROW_PX: Final = 36
_CLASS: Final = 3


class MaskValuesDialog(Page):
    """Emits what was chosen.

    Attributes:
        rule: How values that are not named are read.
        boxes: What each value is taken for; to be chosen where values are named.
        frame: How masks lie of which nothing tells; hidden where there is none.
        words: What follows from the choice.
    """

    chosen = Signal(object, object)
    """``MaskValues``, and the ``MaskFrame``, which is None where no mask needs one."""

    def __init__(self, table: MaskTable, params: ImageParams, doubts: tuple[MaskDoubt, ...], parent: QWidget) -> None:
        explanation = self.tr(
            "What each value in the reference masks stands for. One choice for all masks of this comparison; void "
            "pixels are scored by nobody."
        )
        super().__init__(self.tr("What masks mean"), parent, explanation)
        self._table = table
        self._values = params.mask_values or MaskValues()
        self.boxes: dict[int, QComboBox] = {}
        self._add_doubts(doubts)
        self._add_rule(params)
        self.table = self._new_table()
        self.body.addWidget(self.table, 1)
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.words)
        self.add_cancel(self.tr("Cancel"))
        self.apply = self.add_accept(self.tr("Apply"))
        self.rule.setCurrentIndex(self.rule.findData(_rule_of(self._values)))
        self.rule.currentIndexChanged.connect(lambda _: self._on_rule())
        self._on_rule()
        self.resize(640, 560)

    def accept(self) -> None:
        """Read all masks so from the next run on."""
        self.chosen.emit(self.choice(), self.frame.currentData() if self._table.ambiguous else None)
        super().accept()

    def choice(self) -> MaskValues:
        """What is chosen now."""
        rule: Rule = self.rule.currentData()
        if rule != "named":
            return MaskValues(1 if rule == "index-from-1" else 0, _voids(self._values.named))
        texts = {value: box.currentText().strip() for value, box in self.boxes.items()}
        said = {value: text for value, text in texts.items() if text and not self._table.needs_no_name(value, text)}
        named = {value: _class(text) for value, text in said.items()}
        return MaskValues(named={**_voids(self._values.named), **named})

    def _add_doubts(self, doubts: tuple[MaskDoubt, ...]) -> None:
        if doubts:
            said = "; ".join(doubt_words(doubt) for doubt in doubts)
            label = QLabel(self.tr("Not certain: {doubts}.").format(doubts=said), wordWrap=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "warn")
            self.body.addWidget(label)

    def _add_rule(self, params: ImageParams) -> None:
        self.rule, self.frame = QComboBox(), QComboBox()
        self.rule.addItem(self.tr("A value is the index of its class"), "index")
        self.rule.addItem(self.tr("1 is the first class, 0 is void"), "index-from-1")
        self.rule.addItem(self.tr("As named below"), "named")
        self.frame.addItem(self.tr("As the picture is shown"), "shown")
        self.frame.addItem(self.tr("As the picture is stored"), "stored")
        wanted: MaskFrame = params.mask_frame or "shown"
        self.frame.setCurrentIndex(self.frame.findData(wanted))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Values"), self.rule)
        form.addRow(self.tr("Masks of turned pictures lie"), self.frame)
        form.setRowVisible(self.frame, self._table.ambiguous > 0)
        self.body.addLayout(form)

    def _new_table(self) -> QTableWidget:
        table = QTableWidget(len(self._table.values), 4)
        titles = (self.tr("Value"), self.tr("Pixels"), self.tr("In masks"), self.tr("Taken for"))
        table.setHorizontalHeaderLabels(titles)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        for row, held in enumerate(self._table.values):
            texts = (str(held.value), percent(held.share), f"{held.masks:,} / {self._table.n:,}")
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
            self.boxes[held.value] = self._new_box(held.value)
            table.setCellWidget(row, _CLASS, self.boxes[held.value])
        return table

    def _new_box(self, value: int) -> QComboBox:
        box = QComboBox(editable=True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(self.tr("Class of {value}").format(value=value))
        box.addItems([*(self._table.names or (BACKGROUND, FOREGROUND)), VOID_NAME])
        box.currentTextChanged.connect(lambda _: self._say())
        return box

    def _on_rule(self) -> None:
        """Show what each value is taken for by the rule; where values are named, that is the beginning."""
        rule = self.rule.currentData()
        shown = self._values if rule == "named" else self.choice()
        for value, box in self.boxes.items():
            box.blockSignals(True)
            box.setCurrentText(self._table.meaning(shown, value) or "")
            box.setEnabled(rule == "named")
            box.blockSignals(False)
        self._say()

    def _say(self) -> None:
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


def doubt_words(doubt: MaskDoubt) -> str:
    """A doubt in the user's language."""
    return translate("Doubts", doubt.value)


def _rule_of(values: MaskValues) -> Rule:
    if values.classes:
        return "named"
    return "index-from-1" if values.base else "index"


def _class(text: str) -> str | None:
    return None if text.casefold() == VOID_NAME else text


def _voids(named: dict[int, str | None]) -> dict[int, str | None]:
    """The values that are void besides the rule."""
    return {value: None for value, name in named.items() if name is None}
