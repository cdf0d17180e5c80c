"""Which grey values become black and white in pictures of more than 8 bits: what they hold, and how they would look."""

from typing import Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from granview.core.errors import ArgumentError
from granview.core.image_params import ImageRange
from granview.gui.dialogs.dialog_page import Page
from granview.gui.language.below import localized
from granview.io.bit_depth import DEPTHS, DepthScale
from granview.io.mask_table import percent
from granview.io.range_survey import RangeSurvey

_LARGEST: Final = 4e9
_DIGITS: Final = 4
_PREVIEW_PX: Final = 240
_OWN: Final = "own"
_PERCENTILES: Final = ((0.1, 99.9), (1.0, 99.0))


class ImageRangeDialog(Page):
    """Emits the range that was chosen.

    Attributes:
        preset: Usual ranges.
        low: What becomes black.
        high: What becomes white.
        preview: The first such picture as it would be read.
        words: What follows from the choice.
    """

    guide = "guide/references-and-classes.md#pictures-of-more-than-8-bits-and-of-several-pages"

    chosen = Signal(object)
    """``ImageRange``, or None for the full range of each file's type of number."""

    def __init__(self, survey: RangeSurvey, current: ImageRange | None, parent: QWidget) -> None:
        explanation = self.tr(
            "Grey values of more than 8 bits are brought to 0 to 255, for display and for the models alike. One range "
            "for all pictures of this comparison, so that a value means the same grey in each."
        )
        super().__init__(self.tr("Brightness"), parent, explanation)
        self._survey = survey
        self._pixels = survey.preview
        self.preset = QComboBox()
        self._ranges = self._presets()
        self.low, self.high = _number(survey), _number(survey)
        self.preview = QLabel()
        self.preview.setFixedSize(_PREVIEW_PX, _PREVIEW_PX)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.add_cancel(self.tr("Cancel"))
        self.apply = self.add_accept(self.tr("Apply"))
        self.preset.currentIndexChanged.connect(lambda _: self._on_preset())
        for field in (self.low, self.high):
            field.valueChanged.connect(lambda _: self._on_number())
        self._begin_with(current or survey.suggested)
        self.resize(600, 460)

    def accept(self) -> None:
        """Read all pictures so, in the window at once and in the models from the next run on."""
        self.chosen.emit(self.choice())
        super().accept()

    def choice(self) -> ImageRange | None:
        """What is chosen now.

        Raises:
            ArgumentError: the numbers are no range.
        """
        return None if self.preset.currentIndex() == 0 else ImageRange(self.low.value(), self.high.value())

    def _presets(self) -> list[ImageRange | None]:
        """Fill the box; the range of each entry, None for the full one and for one's own numbers."""
        survey, tr = self._survey, self.tr
        full = ", ".join(f"{kind.name} {kind.full}" for kind in survey.types)
        entries: list[tuple[str, ImageRange | None]] = [
            (tr("Full range: {ranges}").format(ranges=full) if full else tr("Full range of each file"), None)
        ]
        if all(kind.full.low == 0 and kind.full.high > 2**14 for kind in survey.types):
            depths = [bits for bits in DEPTHS if survey.high < 2**bits or not survey.types]
            entries += [(tr("{bits} bits").format(bits=bits), ImageRange(0, 2**bits - 1)) for bits in depths]
        if survey.observed is not None:
            entries.append((tr("All that was found"), survey.observed))
        for low, high in _PERCENTILES:
            found = survey.percentiles(low, high)
            if found is not None:
                entries.append((tr("{low} % to {high} % of all values").format(low=low, high=high), found))
        for text, image_range in entries:
            self.preset.addItem(f"{text}: {image_range}" if image_range else text)
        self.preset.addItem(tr("These values"), _OWN)
        return [image_range for _, image_range in entries]

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Range"), self.preset)
        form.addRow(self.tr("Black"), self.low)
        form.addRow(self.tr("White"), self.high)
        self.body.addLayout(form)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.preview)
        row.addWidget(self.words, 1)
        self.body.addLayout(row, 1)

    def _begin_with(self, image_range: ImageRange | None) -> None:
        if image_range in self._ranges:
            self.preset.setCurrentIndex(self._ranges.index(image_range))
        elif image_range is not None:
            self._show_numbers(image_range)
            self.preset.setCurrentIndex(self.preset.findData(_OWN))
        self._on_preset()

    def _on_preset(self) -> None:
        place = self.preset.currentIndex()
        if place < len(self._ranges):
            full = self._survey.types[0].full if self._survey.types else ImageRange(0, 2**16 - 1)
            self._show_numbers(self._ranges[place] or full)
        self._say()

    def _show_numbers(self, image_range: ImageRange) -> None:
        for field, value in ((self.low, image_range.low), (self.high, image_range.high)):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def _on_number(self) -> None:
        """A number that the user changes is one's own range."""
        self.preset.blockSignals(True)
        self.preset.setCurrentIndex(self.preset.findData(_OWN))
        self.preset.blockSignals(False)
        self._say()

    def _say(self) -> None:
        try:
            image_range = ImageRange(self.low.value(), self.high.value())
        except ArgumentError as error:
            self.apply.setEnabled(False)
            self.words.setText(localized(error.message))
            return
        self.apply.setEnabled(True)
        self.words.setText("\n\n".join(self._facts(image_range)))
        self._draw(image_range)

    def _facts(self, image_range: ImageRange) -> list[str]:
        survey = self._survey
        found = survey.observed
        if not survey.n or found is None:
            return [self.tr("No picture here has more than 8 bits of grey; the choice is for those that come.")]
        held = self.tr("{n} pictures hold values from {found}.").format(n=f"{survey.n:,}", found=found)
        outside = survey.outside(image_range)
        covered = min(found.high, image_range.high) - max(found.low, image_range.low)
        used = covered / (image_range.high - image_range.low)
        clipped = self.tr("{share} of their pixels lie outside and become black or white.")
        spread = self.tr("They take up {share} of the brightness.")
        return [held, clipped.format(share=percent(outside)), spread.format(share=percent(max(used, 0)))]

    def _draw(self, image_range: ImageRange) -> None:
        if self._pixels is None:
            return
        grey = np.ascontiguousarray(DepthScale(image_range, "").apply(self._pixels))
        height, width = grey.shape
        image = QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8)
        mode = Qt.TransformationMode.SmoothTransformation
        scaled = QPixmap.fromImage(image).scaled(self.preview.size(), Qt.AspectRatioMode.KeepAspectRatio, mode)
        self.preview.setPixmap(scaled)


def _number(survey: RangeSurvey) -> QDoubleSpinBox:
    """A field for grey values; with digits after the point where they may have some."""
    field = QDoubleSpinBox()
    has_point = any(kind.is_floating for kind in survey.types)
    field.setDecimals(_DIGITS if has_point else 0)
    field.setRange(-_LARGEST, _LARGEST)
    field.setGroupSeparatorShown(False)
    return field
