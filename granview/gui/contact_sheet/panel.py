"""The contact sheet: many samples of one lane at once, or of the picture, the reference or a difference."""

from itertools import combinations
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QStackedWidget, QVBoxLayout

from granview.core.sample import Sample
from granview.gui.background.timers import once
from granview.gui.contact_sheet.rendering import SheetRequest
from granview.gui.contact_sheet.sheet_items import SheetItems
from granview.gui.contact_sheet.sheet_pictures import SheetPictures
from granview.gui.contact_sheet.sheet_view import SheetView
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.lanes_and_rows import Key
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.presenters.shown_classes import ShownClasses
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.hint import Hint

_EDGES: Final = (64, 256)
_FIRST_EDGE: Final = 128
_KIND: Final = "image"
_SOON_MS: Final = 60


@PANELS.register("contact-sheet")
class ContactSheetPanel(Panel):
    """Lists the pictures that Inputs lists, in the same order; draws only what is in view."""

    place = DockSide.BOTTOM
    rank = 8
    key = "Ctrl+Shift+C"
    guide = "guide/window.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self._classes = ShownClasses(services.model, services.loader)
        self.pictures = SheetPictures(services.document, services.jobs, self)
        self.items = SheetItems(self.pictures, self._request)
        self.view = SheetView(self.items, theme)
        self._entries: list[tuple[str, ...]] = []
        self._chosen: tuple[str, ...] | None = None
        self._keys: tuple[str, ...] = ()
        self.shown = QComboBox()
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shown.setMinimumContentsLength(8)
        self.shown.setAccessibleName(self.tr("What the contact sheet shows"))
        self.shown.setToolTip(self.tr("What is drawn over each picture"))
        self.edge = QSlider(Qt.Orientation.Horizontal)
        self.edge.setRange(*_EDGES)
        self.edge.setValue(_FIRST_EDGE)
        self.edge.setAccessibleName(self.tr("Size of the pictures"))
        self.edge.setToolTip(self.tr("Size of the pictures"))
        self._soon = once(self, _SOON_MS, self._list)
        self._lay_out(Hint(self.tr("Pictures that are added stand here side by side, with what a model says of each.")))
        self._connect()
        self._fill()
        self._list()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Contact sheet")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.view.set_theme(theme)
        self._draw_anew()

    def dispose(self) -> None:
        """Want no picture any more."""
        self._soon.stop()
        self.pictures.clear()

    def _lay_out(self, hint: Hint) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 10, 0)
        head.setSpacing(8)
        head.addWidget(QLabel(self.tr("Show")))
        head.addWidget(self.shown, 2)
        head.addStretch(1)
        head.addWidget(QLabel(self.tr("Size")))
        head.addWidget(self.edge, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(hint)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        model, view = self.services.model, self.services.view
        self.shown.activated.connect(self._on_chosen)
        self.edge.valueChanged.connect(self._on_size)
        self.view.opened.connect(model.samples.select)
        for signal in (model.samples.changed, model.samples.order_changed):
            signal.connect(self._soon.start)
        model.samples.current_changed.connect(self._mark_current)
        model.lanes.changed.connect(self._fill)
        model.rows_changed.connect(self._on_rows)
        model.params_changed.connect(self._draw_anew)
        view.changed.connect(self._on_view)
        self.services.document.replaced.connect(self._draw_anew)

    def _fill(self) -> None:
        """Offer the picture, the reference, each lane, and where two lanes differ; the first lane until one chooses."""
        names = [lane.name for lane in self.services.model.lanes.all() if lane.runs(_KIND)]
        words = self.tr("Where {left} and {right} differ")
        entries: list[tuple[str, tuple[str, ...]]] = [
            (self.tr("Picture"), ()),
            (self.tr("Reference"), (REFERENCE_KEY,)),
            *((name, (name,)) for name in names),
            *((words.format(left=left, right=right), (left, right)) for left, right in combinations(names, 2)),
        ]
        self.shown.clear()
        for title, _ in entries:
            self.shown.addItem(title)
        self._entries = [keys for _, keys in entries]
        if self._chosen not in self._entries:
            self._chosen = None
        wanted = self._chosen if self._chosen is not None else tuple(names[:1])
        self.shown.setCurrentIndex(self._entries.index(wanted))
        if wanted != self._keys:
            self._keys = wanted
            self._draw_anew()

    def _on_chosen(self, place: int) -> None:
        self._chosen = self._keys = self._entries[place]
        self._draw_anew()

    def _request(self, sample: Sample) -> SheetRequest:
        labels = dict(self._classes.label_sets())
        for lane in self.services.model.lanes.all():
            if lane.facts is not None:
                labels.setdefault(lane.name, lane.facts.labels)
        edge = round(self.edge.value() * self.devicePixelRatioF())
        opacity = self.services.view.opacity
        return SheetRequest(sample, self._keys, labels, edge, opacity, self.theme, self.services.model.params)

    def _list(self) -> None:
        samples = self.services.model.samples
        found = (samples.get(name) for name in samples.order)
        listed = [sample for sample in found if sample is not None and sample.kind == _KIND and sample.path]
        self.items.show(listed)
        self._stack.setCurrentIndex(1 if listed else 0)
        self._mark_current()

    def _mark_current(self) -> None:
        current = self.services.model.samples.current
        index = self.items.index_of("" if current is None else current.name)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _draw_anew(self) -> None:
        self.pictures.clear()
        self.items.repaint()

    def _on_rows(self, keys: frozenset[Key]) -> None:
        shown = self._keys
        for name, lane in keys:
            if lane in shown:
                self.pictures.forget(name)

    def _on_size(self, edge_px: int) -> None:
        self.view.set_edge(edge_px)
        self._draw_anew()

    def _on_view(self, name: str) -> None:
        if name == "opacity":
            self._draw_anew()
