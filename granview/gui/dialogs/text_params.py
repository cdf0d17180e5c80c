"""How this comparison gives texts to models, and how it generates text; kept for new sessions too."""

from dataclasses import replace
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from granview.core.errors import ArgumentError
from granview.core.params import Generation, TextParams
from granview.core.run_params import RunParams
from granview.gui.dialogs.dialog_page import Page, heading
from granview.gui.language.below import localized
from granview.gui.services import Services
from granview.gui.session.preferences import Preferences

_MAX_TOKENS: Final = 1 << 20
_MAX_SEED: Final = (1 << 31) - 1

translate = QCoreApplication.translate


class TextParamsDialog(Page):
    """A change makes results stale, as every change of what is computed does."""

    guide = "guide/texts.md#how-texts-are-run"

    def __init__(self, services: Services, preferences: Preferences, parent: QWidget) -> None:
        explanation = self.tr(
            "These hold for all lanes of this comparison, from the next run on, and for new ones. "
            "Lanes of pictures do not use them."
        )
        super().__init__(self.tr("How texts are run"), parent, explanation)
        self._services = services
        self._preferences = preferences
        self.reading, self.writing = _Reading(services.model.params.text), _Writing(services.model.params.generation)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addWidget(self.reading, 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self.writing, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.body.addStretch(1)
        self._trouble = QLabel(wordWrap=True)
        self._trouble.setProperty("role", "bad")
        self.body.addWidget(self._trouble)
        self.add_cancel(self.tr("Cancel"))
        self.apply = self.add_accept(self.tr("Apply"))
        self.apply.setEnabled(not services.document.is_read_only)
        self.resize(720, 420)

    def params(self) -> RunParams:
        """What the page says now.

        Raises:
            ArgumentError: a value is out of range.
        """
        before = self._services.model.params
        return msgspec.structs.replace(before, text=self.reading.value(), generation=self.writing.value())

    def accept(self) -> None:
        """Use these from the next run on."""
        try:
            params = self.params()
        except ArgumentError as error:
            self._trouble.setText(localized(str(error)))
            return
        self._services.deeds.change_params(params, lambda: translate("TextParamsDialog", "how texts are run"))
        settings = self._preferences.settings
        self._preferences.change(replace(settings, text=params.text, generation=params.generation))
        super().accept()


class _Reading(QWidget):
    """The fields of ``TextParams``."""

    def __init__(self, params: TextParams) -> None:
        super().__init__()
        self._before = params
        tr = self.tr
        self.long_text = QComboBox()
        self.long_text.addItem(tr("Overlapping windows"), "stride")
        self.long_text.addItem(tr("Leave out the end"), "truncate")
        self.long_text.setToolTip(
            tr("Used by the tasks that can join windows; the others leave out the end and say so")
        )
        self.long_text.setCurrentIndex(self.long_text.findData(params.long_text))
        self.stride = _whole(params.stride, 0, _MAX_TOKENS, tr(" tokens"))
        self.prefix = QLineEdit(params.prefix or "")
        self.prefix.setPlaceholderText(tr("as the model's config says"))
        self.no_prefix = QCheckBox(tr("No prefix"))
        self.no_prefix.setToolTip(tr("Do not use the one of the model's config either"))
        self.no_prefix.toggled.connect(self.prefix.setDisabled)
        self.no_prefix.setChecked(params.prefix == "")
        self.threshold = _number(params.threshold, 0, 1)
        self.aggregation = QComboBox()
        for words, way in (
            (tr("A word's first token"), "first"),
            (tr("The average over a word's tokens"), "average"),
            (tr("A word's surest token"), "max"),
            (tr("Each token's own tag"), "simple"),
        ):
            self.aggregation.addItem(words, way)
        self.aggregation.setToolTip(
            tr("By words, an entity never begins or ends inside one; by tokens, words are torn")
        )
        self.aggregation.setCurrentIndex(self.aggregation.findData(params.aggregation))
        self.candidates = _whole(params.candidates, 1, 1000)
        self.answer = _whole(params.max_answer_tokens, 1, _MAX_TOKENS, tr(" tokens"))
        self.chat = QCheckBox(tr("Use the model's chat template"))
        self.chat.setChecked(params.chat)
        form = _form(self, tr("Reading"))
        form.addRow(tr("Longer than the model's window"), self.long_text)
        form.addRow(tr("Overlap of windows"), self.stride)
        form.addRow(tr("Put before every text"), self.prefix)
        form.addRow("", self.no_prefix)
        form.addRow(tr("A class counts from"), self.threshold)
        form.addRow(tr("Entities from"), self.aggregation)
        form.addRow(tr("Answers and words to keep"), self.candidates)
        form.addRow(tr("Longest answer"), self.answer)
        form.addRow("", self.chat)

    def value(self) -> TextParams:
        return TextParams(
            long_text=self.long_text.currentData(),
            stride=self.stride.value(),
            threshold=_exact(self.threshold, self._before.threshold),
            aggregation=self.aggregation.currentData(),
            candidates=self.candidates.value(),
            max_answer_tokens=self.answer.value(),
            prefix="" if self.no_prefix.isChecked() else self.prefix.text() or None,
            chat=self.chat.isChecked(),
        )


class _Writing(QWidget):
    """The fields of ``Generation``; those of drawing are open only where tokens are drawn."""

    def __init__(self, params: Generation) -> None:
        super().__init__()
        self._before = params
        tr = self.tr
        self.tokens = _whole(params.max_new_tokens, 1, _MAX_TOKENS, tr(" tokens"))
        self.beams = _whole(params.num_beams, 1, 256)
        self.beams.setToolTip(tr("1 for greedy search"))
        self.repetition = _number(params.repetition_penalty, 0.01, 10)
        self.repetition.setToolTip(tr("1 for none"))
        self.ngram = _whole(params.no_repeat_ngram_size, 0, 1000)
        self.ngram.setSpecialValueText(tr("off"))
        self.sample = QCheckBox(tr("Draw tokens by their probability"))
        self.temperature = _number(params.temperature, 0.01, 100)
        self.top_k = _whole(params.top_k, 0, _MAX_TOKENS)
        self.top_k.setSpecialValueText(tr("all"))
        self.top_p = _number(params.top_p, 0, 1)
        self.seed = _whole(params.seed, 0, _MAX_SEED)
        form = _form(self, tr("Writing"))
        form.addRow(tr("At most"), self.tokens)
        form.addRow(tr("Beams"), self.beams)
        form.addRow(tr("Repetition penalty"), self.repetition)
        form.addRow(tr("No repeated run of tokens"), self.ngram)
        form.addRow("", self.sample)
        form.addRow(tr("Temperature"), self.temperature)
        form.addRow(tr("Among the top k"), self.top_k)
        form.addRow(tr("Among the top p"), self.top_p)
        form.addRow(tr("Seed"), self.seed)
        self.sample.toggled.connect(self._on_sampling)
        self.sample.setChecked(params.do_sample)
        self._on_sampling(params.do_sample)

    def value(self) -> Generation:
        return Generation(
            max_new_tokens=self.tokens.value(),
            num_beams=self.beams.value(),
            do_sample=self.sample.isChecked(),
            temperature=_exact(self.temperature, self._before.temperature),
            top_k=self.top_k.value(),
            top_p=_exact(self.top_p, self._before.top_p),
            repetition_penalty=_exact(self.repetition, self._before.repetition_penalty),
            no_repeat_ngram_size=self.ngram.value(),
            seed=self.seed.value(),
        )

    def _on_sampling(self, on: bool) -> None:
        for field in (self.temperature, self.top_k, self.top_p, self.seed):
            field.setEnabled(on)


def _form(parent: QWidget, title: str) -> QFormLayout:
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.addRow(heading(title))
    return form


def _whole(value: int, low: int, high: int, suffix: str = "") -> QSpinBox:
    field = QSpinBox()
    field.setRange(low, high)
    field.setSuffix(suffix)
    field.setValue(value)
    return field


def _number(value: float, low: float, high: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(2)
    field.setSingleStep(0.05)
    field.setRange(low, high)
    field.setValue(value)
    return field


def _exact(field: QDoubleSpinBox, before: float) -> float:
    """What the field says; a value with more digits than it shows stays what it was while nobody changes it."""
    return before if field.value() == round(before, field.decimals()) else field.value()
