"""The user's settings on one page."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from granview.gui.dialogs.dialog_page import Page, heading
from granview.gui.language.translation import language_names
from granview.gui.session.preferences import Preferences
from granview.settings import Settings, settings_path

_MAX_THREADS: Final = 4096
_MAX_PRICE: Final = 1_000_000
_DEVICES: Final = ("auto", "cpu", "cuda:0", "cuda:1")
_FONT_PERCENT: Final = (75, 200)


class PreferencesDialog(Page):
    """Changes take effect when accepted."""

    guide = "guide/window.md"

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(self.tr("Preferences"), parent)
        self._preferences = preferences
        page = QWidget()
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._build_window(preferences.settings)
        self._build_runs(preferences.settings)
        self._build_prices(preferences.settings)
        self._build_updates(preferences.settings)
        self._rows.addStretch(1)
        self.body.addWidget(_scrolling(page), 1)
        where = QLabel(self.tr("Kept in {path}").format(path=settings_path()))
        where.setProperty("role", "muted")
        where.setWordWrap(True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(where)
        self.add_cancel(self.tr("Cancel"))
        self.add_accept(self.tr("Apply"))
        self.resize(620, 640)

    def accept(self) -> None:
        """Use these settings."""
        self._preferences.change(self.settings())
        super().accept()

    def settings(self) -> Settings:
        """What the page says now."""
        return replace(
            self._preferences.settings,
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            font_percent=self.font_percent.value(),
            mask_opacity=self.opacity.value() / 100,
            device=self.device.currentText().strip(),
            keep_confidence=self.confidence.isChecked(),
            boundary_tolerance_px=self.tolerance.value(),
            cpu_threads=self.threads.value(),
            sample_timeout_s=float(self.timeout.value()),
            cpu_price_per_hour=self.cpu_price.value(),
            gpu_price_per_hour=self.gpu_price.value(),
            updates_address=self.updates_address.text().strip(),
            check_updates=self.check_updates.isEnabled() and self.check_updates.isChecked(),
        )

    def _build_window(self, settings: Settings) -> None:
        form = self._section(self.tr("Window"))
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, name in language_names().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.theme = QComboBox()
        for key, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(text, key)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.font_percent = QSpinBox()
        self.font_percent.setRange(*_FONT_PERCENT)
        self.font_percent.setSingleStep(5)
        self.font_percent.setSuffix(" %")
        self.font_percent.setValue(settings.font_percent)
        self.opacity = QSpinBox()
        self.opacity.setRange(0, 100)
        self.opacity.setSuffix(" %")
        self.opacity.setValue(round(settings.mask_opacity * 100))
        rows = (
            (
                self.tr("Language"),
                self.language,
                self.tr("Of menus, panels, explanations and messages. The window changes at once; lanes run on."),
            ),
            (self.tr("Theme"), self.theme, self.tr("Light or dark; with the system it changes when that does.")),
            (
                self.tr("Size of letters"),
                self.font_percent,
                self.tr("In percent of the size that the desktop has set. Pictures keep theirs."),
            ),
            (
                self.tr("Opacity of predictions at the start"),
                self.opacity,
                self.tr("How strongly masks cover the picture when a comparison is opened; Inspect changes it."),
            ),
        )
        _fill(form, rows)

    def _build_runs(self, settings: Settings) -> None:
        form = self._section(self.tr("Runs"))
        self.device = QComboBox()
        self.device.setEditable(True)
        self.device.addItems(list(_DEVICES))
        self.device.setCurrentText(settings.device)
        self.confidence = QCheckBox(self.tr("Keep the confidence of every pixel"))
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
        rows = (
            (
                self.tr("Device of new lanes"),
                self.device,
                self.tr("auto takes the GPU where there is one; cuda:1 is the second. Lanes here stay where they are."),
            ),
            (
                self.tr("Tolerance of the boundary F-score"),
                self.tolerance,
                self.tr("How far a contour may lie from the reference's and still count; results become out of date."),
            ),
            (
                self.tr("Threads of a lane on the CPU"),
                self.threads,
                self.tr("Fewer leave room for other programs and make lanes slower. For lanes that start from now on."),
            ),
            (
                self.tr("Restart a lane that is silent for"),
                self.timeout,
                self.tr("So long a lane may work on one sample. Slow models on large pictures need more."),
            ),
            ("", self.confidence, self.tr("Shown under the cursor; makes sessions larger.")),
        )
        _fill(form, rows)

    def _build_prices(self, settings: Settings) -> None:
        form = self._section(self.tr("Prices"))
        self.cpu_price, self.gpu_price = QDoubleSpinBox(), QDoubleSpinBox()
        prices = ((self.cpu_price, settings.cpu_price_per_hour), (self.gpu_price, settings.gpu_price_per_hour))
        for choice, price in prices:
            choice.setRange(0, _MAX_PRICE)
            choice.setDecimals(3)
            choice.setSpecialValueText(self.tr("not known"))
            choice.setValue(price)
        words = self.tr("In any currency; the cost panel shows what a million samples cost.")
        rows = (
            (self.tr("Price of an hour of the CPU"), self.cpu_price, ""),
            (self.tr("Price of an hour of the GPU"), self.gpu_price, words),
        )
        _fill(form, rows)

    def _build_updates(self, settings: Settings) -> None:
        form = self._section(self.tr("Updates"))
        self.updates_address = QLineEdit(settings.updates_address)
        self.updates_address.setPlaceholderText("https://")
        self.check_updates = QCheckBox(self.tr("Check at each start"))
        self.check_updates.setChecked(settings.check_updates)
        self.updates_address.textChanged.connect(lambda text: self.check_updates.setEnabled(bool(text.strip())))
        self.check_updates.setEnabled(bool(settings.updates_address.strip()))
        words = self.tr(
            "This address alone is asked, for one file that names the latest version; while it is empty, nothing is. "
            "Help › Check for updates… asks at once."
        )
        _fill(form, ((self.tr("Address"), self.updates_address, words), ("", self.check_updates, "")))

    def _section(self, title: str) -> QFormLayout:
        """A form under a heading."""
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(6)
        self._rows.addWidget(heading(title))
        self._rows.addLayout(form)
        self._rows.addSpacing(12)
        return form


def _fill(form: QFormLayout, rows: tuple[tuple[str, QWidget, str], ...]) -> None:
    """A row for each setting, with what it does below it."""
    for title, widget, words in rows:
        form.addRow(title, widget)
        widget.setAccessibleDescription(words)
        if title:
            widget.setAccessibleName(title)
        if words:
            explanation = QLabel(words, wordWrap=True)
            explanation.setProperty("role", "muted")
            form.addRow("", explanation)


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    for part in (area.viewport(), page):  # the dialog's ground goes on below it
        part.setAutoFillBackground(False)
    return area
