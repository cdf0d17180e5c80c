"""How results are shown, and what is in them: modes, tools of pictures or of texts, classes, values under the mouse."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from granview.gui.inspect.class_legend import ClassLegend
from granview.gui.inspect.cursor_values import CursorValues
from granview.gui.inspect.picture_tools import PictureTools
from granview.gui.inspect.text_legend import TextLegend
from granview.gui.inspect.text_tools import TextTools
from granview.gui.inspect.text_values import TextValues
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.view_state import PAIR_MODES, Mode
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.segmented import Segmented

_LEGEND_PX: Final = 110


@PANELS.register("inspect")
class InspectPanel(Panel):
    """The view's choices."""

    place = DockSide.RIGHT
    key = "Ctrl+2"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self.modes = Segmented(self._modes())
        self.pair = self._pair()
        self.pictures = PictureTools(services.view)
        self.texts = TextTools(services.view, services.texts, services.icons)
        self.reference = QCheckBox(self.tr("Show the reference"))
        self.legend, self.text_legend = ClassLegend(services, theme), TextLegend(services, theme)
        self.values, self.text_values = CursorValues(services), TextValues(services)
        self._lay_out()
        self._connect()
        for name in ("mode", "show_reference"):
            self._on_view_changed(name)
        self._show_kind()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Inspect")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.legend.set_theme(theme)
        self.text_legend.set_theme(theme)

    def _modes(self) -> list[tuple[str, str, QIcon | None, str]]:
        icon = self.services.icons.icon
        return [
            (Mode.SIDE_BY_SIDE, self.tr("Side by side"), icon("side-by-side"), self.tr("Side by side (0)")),
            (Mode.SWIPE, self.tr("Swipe"), icon("swipe"), self.tr("Swipe between two lanes (S)")),
            (Mode.BLINK, self.tr("Blink"), icon("blink"), self.tr("Blink between two lanes (B)")),
            (Mode.DIFFERENCE, self.tr("Difference"), icon("difference"), self.tr("Where two lanes differ (X)")),
            (Mode.SOLO, self.tr("One lane"), icon("solo"), self.tr("One lane alone (1 to 9)")),
        ]

    def _pair(self) -> QWidget:
        self.left, self.right = QComboBox(), QComboBox()
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for combo in (self.left, self.right):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)
            layout.addWidget(combo, 1)
        return row

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("surface", "panel")
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.modes)
        layout.addWidget(self.pair)
        layout.addWidget(self.pictures)
        layout.addWidget(self.texts)
        layout.addWidget(self.reference)
        layout.addWidget(_line())
        self._legends = QStackedWidget()
        self._legends.addWidget(self.legend)
        self._legends.addWidget(self.text_legend)
        self._legends.setMinimumHeight(_LEGEND_PX)
        layout.addWidget(self._legends, 1)
        layout.addWidget(_line())
        layout.addWidget(self.values)
        layout.addWidget(self.text_values)

    def _connect(self) -> None:
        view = self.services.view
        view.changed.connect(self._on_view_changed)
        self.modes.chosen.connect(lambda key: setattr(view, "mode", Mode(key)))
        self.reference.toggled.connect(lambda on: setattr(view, "show_reference", on))
        self.left.activated.connect(lambda _: self._on_pair("left", self.left))
        self.right.activated.connect(lambda _: self._on_pair("right", self.right))
        self.services.model.lanes.changed.connect(self._fill_pair)
        self.services.loader.changed.connect(self._fill_pair)
        self.services.model.samples.current_changed.connect(self._show_kind)
        self._fill_pair()

    def _show_kind(self) -> None:
        """Offer what suits the sample: the tools of texts for a text, of pictures for anything else."""
        sample = self.services.model.samples.current
        is_text = sample is not None and sample.kind == "text"
        self.texts.setVisible(is_text)
        self.text_values.setVisible(is_text)
        self.pictures.setVisible(not is_text)
        self.values.setVisible(not is_text)
        self._legends.setCurrentIndex(1 if is_text else 0)
        for mode in PAIR_MODES:
            self.modes.set_enabled(mode, not is_text, self.tr("For pictures: texts stand side by side"))

    def _on_view_changed(self, name: str) -> None:
        view = self.services.view
        if name == "mode":
            self.modes.set_current(view.mode)
            self._fill_pair()
        elif name in ("left", "right", "solo"):
            self._fill_pair()
        elif name == "show_reference":
            self.reference.setChecked(view.show_reference)

    def _on_pair(self, side: str, combo: QComboBox) -> None:
        """Choose one side; choosing the other side's lane swaps the two."""
        view, key = self.services.view, combo.currentData()
        if view.mode == Mode.SOLO:
            view.solo = key
            return
        other, combo_of_other = ("right", self.right) if side == "left" else ("left", self.left)
        if combo_of_other.currentData() == key:
            setattr(view, other, getattr(view, side) or self._shown_pair()[0 if side == "left" else 1])
        setattr(view, side, key)

    def _fill_pair(self) -> None:
        view = self.services.view
        is_pair = view.mode in PAIR_MODES
        self.pair.setVisible(is_pair or view.mode == Mode.SOLO)
        self.right.setVisible(is_pair)
        left, right = self._shown_pair()
        for combo, current in ((self.left, left if is_pair else view.solo), (self.right, right)):
            combo.clear()
            for key, title in self._choices():
                combo.addItem(title, key)
            combo.setCurrentIndex(max(combo.findData(current), 0))

    def _choices(self) -> list[tuple[str, str]]:
        sample = self.services.model.samples.current
        shown = self.services.model.lanes.all() if sample is None else self.services.model.lanes_of(sample)
        lanes = [(lane.name, lane.name) for lane in shown]
        has_reference = sample is not None and sample.reference is not None
        return [*lanes, (REFERENCE_KEY, self.tr("Reference"))] if has_reference else lanes

    def _shown_pair(self) -> tuple[str | None, str | None]:
        """What the grid takes for left and right, where the user has not chosen."""
        view, keys = self.services.view, [key for key, _ in self._choices()]
        left = view.left if view.left in keys else next(iter(keys), None)
        others = [key for key in keys if key != left]
        return left, view.right if view.right in others else next(iter(others), None)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
