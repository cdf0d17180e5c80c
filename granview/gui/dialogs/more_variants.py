"""A button that adds variants to the models that are chosen: each model becomes a lane more for each of them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from granview.core.errors import ArgumentError
from granview.core.variant import Precision, Variant
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.variant_chooser import VariantChooser
from granview.gui.language.below import localized
from granview.gui.model.lane_device import device_kind


class MoreVariants(QPushButton):
    """Says how many variants there are besides the one that the row names; a click changes them.

    Args:
        device: Where the models are to run, as the row says when it is asked.
        precision: The number format that the row says.

    Attributes:
        variants: Those that are chosen.
    """

    changed = Signal()

    def __init__(self, device: Callable[[], str], precision: Callable[[], Precision]) -> None:
        super().__init__()
        self.variants: list[Variant] = []
        self._device = device
        self._precision = precision
        self.setAutoDefault(False)
        self.setToolTip(self.tr("Run each chosen model in other ways too, as lanes beside it"))
        self.clicked.connect(lambda _: self.ask())
        self._show()

    def ask(self) -> None:
        """Let the user choose."""
        dialog = _VariantsPage(self.variants, device_kind(self._device()), self._precision(), self.window())
        dialog.variants_chosen.connect(self.set_variants)
        dialog.open()

    def set_variants(self, variants: list[Variant]) -> None:
        """These from now on."""
        self.variants = list(variants)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        n = len(self.variants)
        self.setText(self.tr("More variants…") if not n else self.tr("{n} more variants…").format(n=n))


class _VariantsPage(Page):
    guide = "guide/variants.md#adding-them"

    variants_chosen = Signal(object)
    """``list[Variant]``"""

    def __init__(self, variants: list[Variant], kind: str, precision: Precision, parent: QWidget) -> None:
        super().__init__(
            self.tr("More variants"), parent, self.tr("Each chosen model becomes a lane for each of them.")
        )
        self.chooser = VariantChooser()
        self.chooser.set_lane(kind, precision)
        self.chooser.batches.setEnabled(False)
        self.chooser.batches.setToolTip(self.tr("Batch sizes can be added to a lane: Lanes ▸ Add variants…"))
        self.chooser.choose(variants)
        self.body.addWidget(self.chooser, 1)
        self._trouble = QLabel(wordWrap=True)
        self._trouble.setProperty("role", "bad")
        self.body.addWidget(self._trouble)
        self.add_cancel(self.tr("Cancel"))
        self.add_accept(self.tr("Use them"))
        self.resize(800, 620)

    def accept(self) -> None:
        """Say which were chosen, unless what is typed has no meaning."""
        try:
            variants = self.chooser.variants()
        except ArgumentError as error:
            self._trouble.setText(localized(str(error)))
            return
        self.variants_chosen.emit(variants)
        super().accept()
