"""Adding variants of a lane: the same model on the same device, run in other ways, and compared with it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.core.sibling_lanes import sibling_lanes
from granview.core.variant import Variant
from granview.core.variant_parent import are_siblings
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.variant_chooser import VariantChooser

_LISTED: Final = 8


class AddVariantsDialog(Page):
    """Emits the lanes that were chosen.

    Args:
        lanes: All lanes that there are, by each the kind of device that it runs on: ``cpu`` or ``cuda``.
        chosen: The name of the lane that they are siblings of at first.
        parent: The window.
    """

    guide = "guide/variants.md#adding-them"

    lanes_chosen = Signal(object)
    """``list[LaneSpec]``"""

    def __init__(self, lanes: Sequence[tuple[LaneSpec, str]], chosen: str, parent: QWidget) -> None:
        explanation = self.tr(
            "The same model on the same device, run in other ways. Each becomes a lane, and the panel Variants says "
            "what it keeps of the quality, what it costs, and where on the grain it loses."
        )
        super().__init__(self.tr("Add variants"), parent, explanation)
        self._kinds = {spec.name: kind for spec, kind in lanes}
        self._lanes = tuple(spec for spec, _ in lanes)
        self.lane = QComboBox()
        for spec in self._lanes:
            self.lane.addItem(spec.name, spec)
        self.lane.setCurrentIndex(max(self.lane.findText(chosen), 0))
        self.chooser = VariantChooser()
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Of")))
        row.addWidget(self.lane, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.chooser, 1)
        self.preview = QLabel(wordWrap=True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.preview.setMinimumHeight(self.preview.fontMetrics().lineSpacing() * 2)
        self.body.addWidget(self.preview)
        self.add_cancel(self.tr("Cancel"))
        self.add = self.add_accept(self.tr("Add"))
        self.chooser.changed.connect(self._show_choice)
        self.lane.currentIndexChanged.connect(lambda _: self._on_lane())
        self._on_lane()
        self.resize(800, 640)
        self.chooser.usual.setFocus()

    def specs(self) -> list[LaneSpec]:
        """The lanes that are added now; none of those that there are already.

        Raises:
            ArgumentError: something that is typed has no meaning.
        """
        wanted, sizes = self.chooser.variants(), self.chooser.batch_sizes()
        siblings = sibling_lanes(self._chosen, wanted, sizes, [each.name for each in self._lanes])
        return [spec for spec in siblings if not any(_is_as(spec, each) for each in self._lanes)]

    def accept(self) -> None:
        """Say which lanes were chosen."""
        specs = self._specs_or_trouble()
        if isinstance(specs, list) and specs:
            self.lanes_chosen.emit(specs)
            super().accept()

    @property
    def _chosen(self) -> LaneSpec:
        """The lane that they are siblings of."""
        spec: LaneSpec = self.lane.currentData()
        return spec

    def _on_lane(self) -> None:
        self.chooser.set_lane(self._kinds[self._chosen.name], self._chosen.variant.precision)
        self._check_plain()
        self._show_choice()

    def _check_plain(self) -> None:
        """Where no lane runs the model as it was trained, one is offered, since the others are compared with it."""
        if not any(each.variant.is_plain for each in self._lanes if are_siblings(each, self._chosen)):
            self.chooser.rungs[Variant().precision].box.setChecked(True)

    def _specs_or_trouble(self) -> list[LaneSpec] | str:
        try:
            return self.specs()
        except ArgumentError as error:
            return str(error)

    def _show_choice(self) -> None:
        specs = self._specs_or_trouble()
        self.add.setEnabled(isinstance(specs, list) and bool(specs))
        self.preview.setProperty("role", "bad" if isinstance(specs, str) else "muted")
        self.preview.style().unpolish(self.preview)
        self.preview.style().polish(self.preview)
        self.preview.setText(specs if isinstance(specs, str) else self._words(specs))

    def _words(self, specs: Sequence[LaneSpec]) -> str:
        if not specs:
            return self.tr("Check what is to be tried. Lanes that there are already are not added again.")
        listed = ", ".join(spec.name for spec in specs[:_LISTED]) + (", …" if len(specs) > _LISTED else "")
        if len(specs) == 1:
            return self.tr("Adds 1 lane: {names}.").format(names=listed)
        return self.tr("Adds {n} lanes: {names}.").format(n=len(specs), names=listed)


def _is_as(spec: LaneSpec, other: LaneSpec) -> bool:
    """Whether two lanes are one but for their names."""
    return (spec.model, spec.variant, spec.device, spec.task, spec.batch_size) == (
        other.model,
        other.variant,
        other.device,
        other.task,
        other.batch_size,
    )
