"""How chosen models are run, and where: one row of a dialog, for all of them."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QSpinBox, QWidget

from granview.core.lane import LaneSpec
from granview.core.sibling_lanes import sibling_lanes
from granview.core.variant import PRECISIONS, Variant
from granview.gui.dialogs.more_variants import MoreVariants

_DEVICES: Final = ("auto", "cpu", "cuda:0", "cuda:1", "cuda:2", "cuda:3")
_MAX_BATCH: Final = 256


class LaneOptions(QWidget):
    """Variant, device and batch size.

    Args:
        like: A lane whose options stand there at first.
        device: Where lanes run unless the user says otherwise.
    """

    changed = Signal()

    def __init__(self, like: LaneSpec | None, device: str) -> None:
        super().__init__()
        self.precision, self.compiled = QComboBox(), QCheckBox(self.tr("torch.compile"))
        self.precision.addItems(list(PRECISIONS))
        self.device = QComboBox()
        self.device.setEditable(True)
        self.device.addItems(list(_DEVICES))
        self.device.setCurrentText(device)
        self.device.setToolTip(self.tr("auto takes the GPU where there is one, and says so where there is none"))
        self.batch_size = QSpinBox()
        self.batch_size.setRange(1, _MAX_BATCH)
        if like is not None:
            self.precision.setCurrentText(like.variant.precision)
            self.compiled.setChecked(like.variant.compiled)
            self.device.setCurrentText(like.device)
            self.batch_size.setValue(like.batch_size)
        self.more = MoreVariants(self.device.currentText, lambda: self.variant().precision)
        self.more.changed.connect(self.changed)
        self._arrange()
        for signal in (self.precision.currentIndexChanged, self.device.currentTextChanged, self.compiled.toggled):
            signal.connect(lambda _: self.changed.emit())

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for text, widget in (
            (self.tr("Variant"), self.precision),
            (self.tr("Device"), self.device),
            (self.tr("Batch size"), self.batch_size),
        ):
            form = QFormLayout()
            form.addRow(text, widget)
            row.addLayout(form)
        row.addWidget(self.compiled)
        row.addWidget(self.more)
        row.addStretch(1)

    def variant(self) -> Variant:
        """How the models are run."""
        return Variant.parse(self.precision.currentText() + ("+compile" if self.compiled.isChecked() else ""))

    def siblings(self, lane: LaneSpec, taken: Iterable[str]) -> list[LaneSpec]:
        """Lanes beside one of them: one for each of the further variants."""
        return sibling_lanes(lane, self.more.variants, (), taken)

    def lane(self, name: str, model: str, task: str) -> LaneSpec:
        """A lane of that name that runs a model in this way.

        Raises:
            ArgumentError: the device is none.
        """
        device = self.device.currentText().strip()
        return LaneSpec(name, model, self.variant(), device, task, batch_size=self.batch_size.value())
