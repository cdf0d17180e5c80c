"""How results are shown, and what is in them: modes, the kind's own tools, classes, values under the mouse."""

from dataclasses import dataclass

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

from granview.core.sample_kind import Kind
from granview.gui.inspect.values_table import ValuesTable
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.view_state import PAIR_MODES, Mode
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.sample_kind_view import kind_view, kind_views
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.segmented import Segmented
from granview.gui.widgets.themed import ThemedWidget


@dataclass(frozen=True)
class KindParts:
    """What the panel shows for one kind of sample; None where the kind has no such thing.

    Attributes:
        tools: Choices that are for it alone.
        legend: Its classes.
        values: What every cell says of the place under the mouse.
    """

    tools: QWidget | None
    legend: ThemedWidget | None
    values: ValuesTable | None

    def all(self) -> list[QWidget]:
        """Those that there are."""
        return [widget for widget in (self.tools, self.legend, self.values) if widget is not None]


@PANELS.register("inspect")
class InspectPanel(Panel):
    """The view's choices."""

    place = DockSide.RIGHT
    key = "Ctrl+2"
    guide = "guide/window.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self.modes = Segmented(self._modes())
        self.pair = self._pair()
        self.reference = QCheckBox(self.tr("Show the reference"))
        self._parts: dict[Kind, KindParts] = {}
        self._kind: Kind | None = None
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
        for parts in self._parts.values():
            if parts.legend is not None:
                parts.legend.set_theme(theme)

    def parts(self, kind: Kind) -> KindParts:
        """What is shown for a kind of sample, made when it is first wanted."""
        if kind not in self._parts:
            view, services = kind_view(kind), self.services
            parts = KindParts(
                view.new_tools(services), view.new_legend(services, self.theme), view.new_values(services)
            )
            for widget, place in ((parts.tools, self._tools), (parts.values, self._values)):
                if widget is not None:
                    place.addWidget(widget)
            if parts.legend is not None:
                self._legends.addWidget(parts.legend)
            self._parts[kind] = parts
        return self._parts[kind]

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
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # all that is in it takes keys, and is scrolled to
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
        self._tools, self._values = QVBoxLayout(), QVBoxLayout()
        layout.addLayout(self._tools)
        layout.addWidget(self.reference)
        layout.addWidget(_line())
        self._legends = QStackedWidget()
        layout.addWidget(self._legends, 1)
        layout.addWidget(_line())
        layout.addLayout(self._values)

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
        """Offer what suits the sample; while there is none, what suits the first of all kinds."""
        sample = self.services.model.samples.current
        view = kind_views()[0] if sample is None else kind_view(sample.kind)
        if view.name == self._kind:
            return
        self._kind = view.name
        shown = self.parts(view.name)
        for parts in self._parts.values():
            for widget in parts.all():
                widget.setVisible(parts is shown)
        self._legends.setVisible(shown.legend is not None)
        if shown.legend is not None:
            self._legends.setCurrentWidget(shown.legend)
        for mode in Mode:
            self.modes.set_enabled(mode, mode in view.modes, view.why_no_pairs())

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
