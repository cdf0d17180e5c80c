"""What the grid shows: model, loader and view joined into one content per cell."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QObject

from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.gui.background.timers import once
from granview.gui.lanes.cell_grid import CellMaker
from granview.gui.model.cell_content import CellContent
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.view_state import ViewState
from granview.gui.presenters.shown_classes import ShownClasses
from granview.gui.sample_kind_view import kind_view
from granview.gui.session.explainer import Explainer
from granview.gui.session.pictures import Pictures
from granview.gui.session.sample_loader import SampleLoader

_PATIENCE_MS: Final = 120


class Grid(Protocol):
    """What shows a sample's cells."""

    def show_sample(self, sample: Sample | None) -> None:
        """Take note whose cells come next; None: there is no sample."""

    def show_cells(self, contents: Sequence[CellContent]) -> None:
        """Show these cells, left to right."""


class GridController(QObject):
    """Keeps the grid up to date.

    A new sample is shown once everything of it is there, or after a moment: so stepping through samples does not
    flicker, and a large picture does not hold up the rest.
    """

    def __init__(
        self,
        model: ComparisonModel,
        loader: SampleLoader,
        pictures: Pictures,
        view: ViewState,
        explainer: Explainer,
        grid: Grid,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._loader = loader
        self._pictures = pictures
        self._view = view
        self._explainer = explainer
        self._grid = grid
        self._classes = ShownClasses(model, loader)
        self._makers: dict[Kind, CellMaker | None] = {}
        self._shown: Sample | None = None
        self._soon = once(self, 0, self._refresh)
        self._patience = once(self, _PATIENCE_MS, self.show)
        for signal in (
            loader.changed,
            explainer.changed,
            model.lanes.changed,
            model.lanes.lane_changed,
            model.rows_changed,
        ):
            signal.connect(self._on_changed)
        view.changed.connect(self._on_view_changed)

    def show(self) -> None:
        """Show what is there now."""
        self._patience.stop()
        self._shown = self._loader.sample
        self._grid.show_sample(self._shown)
        self._grid.show_cells(self.contents())
        self._pictures.release_older()

    def contents(self) -> list[CellContent]:
        """One content per cell: the reference where there is one, then the lanes that take samples of its kind."""
        sample = self._loader.sample
        if sample is None:
            return []
        maker = self._maker(sample.kind)
        if maker is None:
            return []
        return list(maker.cells(sample, self._model.lanes_of(sample), self._classes.label_sets()))

    def _maker(self, kind: Kind) -> CellMaker | None:
        if kind not in self._makers:
            new_cells = kind_view(kind).new_cells
            self._makers[kind] = new_cells(self._model, self._loader, self._view, self._explainer)
        return self._makers[kind]

    def _refresh(self) -> None:
        if self._shown == self._loader.sample or self._loader.is_complete:
            self.show()
        elif not self._patience.isActive():
            self._patience.start()

    def _on_changed(self, *_: object) -> None:
        self._soon.start()

    def _on_view_changed(self, name: str) -> None:
        if name in ("pinned", "text_difference", "show_picture"):
            self._soon.start()
