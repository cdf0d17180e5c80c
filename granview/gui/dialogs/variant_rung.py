"""One way of running a model, to be checked: its name, how much of it, what must be known of it, or why not."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from granview.core.number_formats import FORMATS
from granview.core.recipe import Amount, Group, recipe_traits
from granview.core.sibling_lanes import with_step
from granview.core.variant import Precision, Step, Variant
from granview.gui.language.below import localized

translate = QCoreApplication.translate


@dataclass(frozen=True)
class RungTraits:
    """What is known of a way of running a model.

    Attributes:
        key: By which it is known in the dialog.
        title: Its name on screen.
        description: What it does.
        caveat: By kind of device, what must be known of it; may be empty.
        why_not: By kind of device, why it cannot run there; empty where it can.
        variant: The variant, by its amount and the number format of the lane that it is for.
        amount: How much of it can be chosen; None where it takes no amount.
    """

    key: str
    title: str
    description: str
    caveat: Callable[[str], str]
    why_not: Callable[[str], str]
    variant: Callable[[float | None, Precision], Variant]
    amount: Amount | None = None


def format_rung(name: Precision) -> RungTraits:
    """A number format."""
    traits = FORMATS[name]
    return RungTraits(
        name,
        localized(traits.title),
        traits.description,
        lambda kind: traits.caveats.get(kind, ""),
        traits.why_not,
        lambda _amount, _precision: Variant(name),
    )


def recipe_rung(name: str) -> RungTraits:
    """A recipe."""
    traits = recipe_traits(name)
    return RungTraits(
        name,
        localized(traits.title),
        traits.description,
        lambda _kind: traits.caveat,
        traits.why_not,
        lambda amount, precision: with_step(Step(name, amount), precision),
        traits.amount,
    )


def compile_rung() -> RungTraits:
    """Compilation."""
    return RungTraits(
        "compile",
        "torch.compile",
        translate("Variants", "The network is compiled to kernels of its own"),
        lambda _kind: translate("Variants", "Takes seconds to minutes once; no latency contains it."),
        lambda _kind: "",
        lambda _amount, precision: Variant(precision, compiled=True),
    )


def group_title(group: Group) -> str:
    """What a group of recipes is called."""
    titles = {
        "pruning": translate("Variants", "Pruning"),
        "quantisation": translate("Variants", "Quantisation"),
        "layout": translate("Variants", "Layout"),
        "engine": translate("Variants", "Engine"),
    }
    return titles.get(group, group.capitalize())


class VariantRung(QWidget):
    """A check box, its amounts where it takes some, and a line beneath."""

    changed = Signal()

    def __init__(self, traits: RungTraits) -> None:
        super().__init__()
        self.traits = traits
        self.box = QCheckBox(localized(traits.title))
        self.box.setToolTip(f"{traits.description}.")
        self.amounts: QLineEdit | None = None
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("role", "muted")
        self.note.setContentsMargins(24, 0, 0, 0)
        self.note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setVerticalSpacing(1)
        layout.addWidget(self.box, 0, 0)
        if traits.amount is not None:
            self.amounts = self._amounts(traits.amount)
            layout.addWidget(self.amounts, 0, 1)
        layout.addWidget(self.note, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.box.toggled.connect(self._on_toggled)
        self._on_toggled(on=False)

    def _amounts(self, amount: Amount) -> QLineEdit:
        field = QLineEdit(f"{amount.default:g}")
        field.setFixedWidth(96)
        words = translate(
            "Variants", "{title}, {low:g} to {high:g}; several with a space between them, such as 0.3 0.5"
        )
        title = amount.title[:1].upper() + amount.title[1:]
        field.setToolTip(words.format(title=title, low=amount.low, high=amount.high))
        field.setAccessibleName(f"{self.traits.title}: {amount.title}")
        field.textChanged.connect(lambda _: self.changed.emit())
        return field

    def _on_toggled(self, on: bool) -> None:
        if self.amounts is not None:
            self.amounts.setEnabled(on)
        self.changed.emit()

    def set_device_kind(self, kind: str) -> None:
        """Say what a device cannot do: it is grey, with the reason; what is checked stays so for another device."""
        why_not = self.traits.why_not(kind)
        self.box.setEnabled(not why_not)
        if self.amounts is not None:
            self.amounts.setEnabled(not why_not and self.box.isChecked())
        words = why_not or self.traits.caveat(kind)
        self.note.setText(words if not words or words.endswith(".") else f"{words}.")
        self.note.setVisible(bool(words))

    @property
    def is_chosen(self) -> bool:
        """Whether it is checked, and the device can do it."""
        return self.box.isEnabled() and self.box.isChecked()

    def stands_for(self, variant: Variant, precision: Precision) -> bool:
        """Whether checking this alone, with some amount, is that variant."""
        amount = next((step.amount for step in variant.steps), None)
        if (amount is None) != (self.traits.amount is None):
            return False
        return self.traits.variant(amount, precision) == variant

    def variants(self, precision: Precision) -> list[Variant]:
        """What it stands for: one variant, or one for each amount; none where it is not chosen.

        Raises:
            ArgumentError: an amount is none.
        """
        if not self.is_chosen:
            return []
        return [self.traits.variant(amount, precision) for amount in self._chosen_amounts()]

    def _chosen_amounts(self) -> Sequence[float | None]:
        if self.amounts is None:
            return (None,)
        texts = re.split(r"[\s;]+", self.amounts.text().strip().replace(",", "."))
        traits = recipe_traits(self.traits.key)
        return [traits.amount_of(text) for text in texts]
