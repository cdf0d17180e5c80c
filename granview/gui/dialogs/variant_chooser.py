"""Choosing ways of running a model: number formats, recipes by group, compilation, batch sizes; each becomes a lane."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from granview.core.errors import ArgumentError
from granview.core.recipe import GROUPS, RECIPES
from granview.core.sibling_lanes import parse_variants, usual_variants
from granview.core.variant import PRECISIONS, Precision, Variant
from granview.gui.dialogs.dialog_page import heading
from granview.gui.dialogs.variant_rung import (
    RungTraits,
    VariantRung,
    compile_rung,
    format_rung,
    group_title,
    recipe_rung,
)


class VariantChooser(QWidget):
    """Check boxes in groups; what the device cannot do is grey, with the reason.

    Attributes:
        rungs: The check boxes, by the name of the number format or recipe.
        further: Variants that are typed.
        batches: Batch sizes that are typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._device_kind = "cpu"
        self._precision: Precision = "fp32"
        self.rungs: dict[str, VariantRung] = {}
        self.further, self.batches = QLineEdit(), QLineEdit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._presets())
        layout.addWidget(self._groups(), 1)
        self.set_lane(self._device_kind, self._precision)
        for field in (self.further, self.batches):
            field.textChanged.connect(lambda _: self.changed.emit())

    def set_lane(self, kind: str, precision: Precision) -> None:
        """Say on what they are to run, ``cpu`` or ``cuda``, and in which number format recipes are done if they can."""
        self._device_kind, self._precision = kind, precision
        for rung in self.rungs.values():
            rung.set_device_kind(kind)
        self.changed.emit()

    def choose(self, variants: Iterable[Variant]) -> None:
        """Choose these and no others; those with several changes are typed in their field."""
        wanted, amounts, several = list(variants), dict[str, list[float]](), list[str]()
        keys = set[str]()
        for variant in wanted:
            key = self._only_change(variant)
            if key is None:
                several.append(str(variant))
                continue
            keys.add(key)
            amounts.setdefault(key, []).extend(step.amount for step in variant.steps if step.amount is not None)
        for name, rung in self.rungs.items():
            rung.box.setChecked(name in keys)
            if rung.amounts is not None and amounts.get(name):
                rung.amounts.setText(" ".join(f"{amount:g}" for amount in amounts[name]))
        self.further.setText(" ".join(several))

    def _only_change(self, variant: Variant) -> str | None:
        """The name of the one box that stands for a variant; None where there is none."""
        return next((name for name, rung in self.rungs.items() if rung.stands_for(variant, self._precision)), None)

    def clear(self) -> None:
        """Choose nothing."""
        self.choose(())
        self.batches.clear()

    def variants(self) -> list[Variant]:
        """What is chosen, each once, in the order of the boxes.

        Raises:
            ArgumentError: an amount is none, or what is typed is no variant.
        """
        checked = [variant for rung in self.rungs.values() for variant in rung.variants(self._precision)]
        typed = self.further.text().replace(" ", ",").strip(",")
        return list(dict.fromkeys([*checked, *(parse_variants(typed, ",", self._device_kind) if typed else ())]))

    def batch_sizes(self) -> list[int]:
        """The batch sizes that are typed.

        Raises:
            ArgumentError: one is no whole number from 1 on.
        """
        words = self.batches.text().replace(",", " ").split()
        if wrong := [word for word in words if not word.isdecimal() or not int(word)]:
            raise ArgumentError(f"'{wrong[0]}' is not a batch size.", "Use whole numbers, such as 4 16.")
        return [int(word) for word in words]

    def _presets(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.usual = self._preset(
            self.tr("The usual ones"),
            self.tr("bf16, int8, int4, half of the weights pruned: as far as the device runs them"),
            lambda: self.choose(usual_variants(self._device_kind)),
        )
        formats = self._preset(
            self.tr("Every number format"),
            self.tr("All number formats that the device runs"),
            lambda: self.choose(Variant(name) for name in PRECISIONS if self.rungs[name].box.isEnabled()),
        )
        none = self._preset(self.tr("None"), self.tr("Check nothing"), self.clear)
        for button in (self.usual, formats, none):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _preset(self, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: act())
        return button

    def _groups(self) -> QWidget:
        """Two columns: what changes the weights on the left, how they are computed on the right."""
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(32)
        columns = (QVBoxLayout(), QVBoxLayout())
        for place, column in enumerate(columns):
            column.setSpacing(4)
            grid.addLayout(column, 0, place)
            grid.setColumnStretch(place, 1)
        self._add_group(columns[0], self.tr("Number format"), [format_rung(name) for name in PRECISIONS])
        for group in GROUPS:
            recipes = [recipe_rung(name) for name, traits in RECIPES.all().items() if traits.group == group]
            self._add_group(columns[group in ("pruning", "layout", "engine")], group_title(group), recipes)
        self._add_group(columns[1], self.tr("Compilation"), [compile_rung()])
        self._add_field(columns[1], self.tr("Batch sizes"), self.batches, self.tr("such as 4 16"))
        self._add_field(
            columns[1], self.tr("Several changes at once"), self.further, self.tr("such as bf16+int8+compile")
        )
        for column in columns:
            column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        return scroll

    def _add_group(self, column: QVBoxLayout, title: str, known: Sequence[RungTraits]) -> None:
        if not known:
            return
        _add_heading(column, title)
        for traits in known:
            rung = self.rungs[traits.key] = VariantRung(traits)
            rung.changed.connect(self.changed)
            column.addWidget(rung)

    def _add_field(self, column: QVBoxLayout, title: str, field: QLineEdit, example: str) -> None:
        _add_heading(column, title)
        field.setPlaceholderText(example)
        field.setAccessibleName(title)
        column.addWidget(field)


def _add_heading(column: QVBoxLayout, title: str) -> None:
    if column.count():
        column.addSpacing(10)
    column.addWidget(heading(title))
