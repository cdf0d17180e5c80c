"""The user's settings on one page."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QSpinBox, QWidget

from granview.gui.dialogs.dialog_page import Page
from granview.gui.session.preferences import Preferences
from granview.settings import Settings, settings_path

_MAX_THREADS: Final = 4096
_MAX_PRICE: Final = 1_000_000
_DEVICES: Final = ("auto", "cpu", "cuda:0", "cuda:1")


class PreferencesDialog(Page):
    """Changes take effect when accepted."""

    guide = "guide/window.md"

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(self.tr("Preferences"), parent)
        self._preferences = preferences
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        self._build_window(form, preferences.settings)
        self._build_runs(form, preferences.settings)
        self._build_prices(form, preferences.settings)
        self.body.addLayout(form)
        self.body.addStretch(1)
        where = QLabel(self.tr("Kept in {path}").format(path=settings_path()))
        where.setProperty("role", "muted")
        where.setWordWrap(True)
        self.body.addWidget(where)
        self.add_cancel(self.tr("Cancel"))
        self.add_accept(self.tr("Apply"))
        self.resize(520, 420)

    def accept(self) -> None:
        """Use these settings."""
        self._preferences.change(self.settings())
        super().accept()

    def settings(self) -> Settings:
        """What the page says now."""
        return replace(
            self._preferences.settings,
            theme=self.theme.currentData(),
            mask_opacity=self.opacity.value() / 100,
            device=self.device.currentText().strip(),
            keep_confidence=self.confidence.isChecked(),
            boundary_tolerance_px=self.tolerance.value(),
            cpu_threads=self.threads.value(),
            sample_timeout_s=float(self.timeout.value()),
            cpu_price_per_hour=self.cpu_price.value(),
            gpu_price_per_hour=self.gpu_price.value(),
        )

    def _build_window(self, form: QFormLayout, settings: Settings) -> None:
        self.theme = QComboBox()
        for key, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(text, key)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.opacity = QSpinBox()
        self.opacity.setRange(0, 100)
        self.opacity.setSuffix(" %")
        self.opacity.setValue(round(settings.mask_opacity * 100))
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow(self.tr("Opacity of predictions at the start"), self.opacity)

    def _build_runs(self, form: QFormLayout, settings: Settings) -> None:
        self.device = QComboBox()
        self.device.setEditable(True)
        self.device.addItems(list(_DEVICES))
        self.device.setCurrentText(settings.device)
        self.confidence = QCheckBox(self.tr("Keep the confidence of every pixel"))
        self.confidence.setToolTip(self.tr("Shown under the cursor; makes sessions larger."))
        self.confidence.setChecked(settings.keep_confidence)
        self.tolerance = QDoubleSpinBox()
        self.tolerance.setRange(0, 1000)
        self.tolerance.setDecimals(1)
        self.tolerance.setSuffix(" px")
        self.tolerance.setValue(settings.boundary_tolerance_px)
        self.threads = QSpinBox()
        self.threads.setRange(0, _MAX_THREADS)
        self.threads.setSpecialValueText(self.tr("all cores"))
        self.threads.setValue(settings.cpu_threads)
        self.timeout = QSpinBox()
        self.timeout.setRange(1, 86_400)
        self.timeout.setSuffix(" s")
        self.timeout.setValue(round(settings.sample_timeout_s))
        form.addRow(self.tr("Device of new lanes"), self.device)
        form.addRow(self.tr("Tolerance of the boundary F-score"), self.tolerance)
        form.addRow(self.tr("Threads of a lane on the CPU"), self.threads)
        form.addRow(self.tr("Restart a lane that is silent for"), self.timeout)
        form.addRow("", self.confidence)

    def _build_prices(self, form: QFormLayout, settings: Settings) -> None:
        self.cpu_price, self.gpu_price = QDoubleSpinBox(), QDoubleSpinBox()
        prices = ((self.cpu_price, settings.cpu_price_per_hour), (self.gpu_price, settings.gpu_price_per_hour))
        for choice, price in prices:
            choice.setRange(0, _MAX_PRICE)
            choice.setDecimals(3)
            choice.setSpecialValueText(self.tr("not known"))
            choice.setToolTip(self.tr("In any currency; the cost panel shows what a million samples cost."))
            choice.setValue(price)
        form.addRow(self.tr("Price of an hour of the CPU"), self.cpu_price)
        form.addRow(self.tr("Price of an hour of the GPU"), self.gpu_price)
