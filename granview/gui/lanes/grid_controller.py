"""What the grid shows: model, loader and view joined into one content per cell."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QObject

from granview.core.labels import LabelSet
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.gui.background.timers import once
from granview.gui.lanes.pictures.picture_cells import PictureCells
from granview.gui.model.cell_content import CellContent
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.model.view_state import ViewState
from granview.gui.presenters.shown_classes import ShownClasses
from granview.gui.session.explainer import Explainer
from granview.gui.session.pictures import Pictures
from granview.gui.session.sample_loader import SampleLoader

_PATIENCE_MS: Final = 120


class CellMaker(Protocol):
    """Makes the contents of cells for one kind of sample."""

    def cells(self, sample: Sample, lanes: Sequence[Lane], sets: Mapping[str, LabelSet]) -> Sequence[CellContent]:
        """One content per cell.

        Args:
            sample: What is shown.
            lanes: Those that take samples of its kind.
            sets: Label sets by cell.
        """
        ...


class Grid(Protocol):
    """What shows cells."""

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
        self._makers: dict[Kind, CellMaker] = {}
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
        self._grid.show_cells(self.contents())
        self._pictures.release_older()

    def contents(self) -> list[CellContent]:
        """One content per cell: the reference where there is one, then the lanes that take samples of its kind."""
        sample = self._loader.sample
        if sample is None:
            return []
        sets = self._classes.label_sets()
        lanes = self._model.lanes_of(sample)
        return list(self._maker(sample.kind).cells(sample, lanes, sets))

    def _maker(self, kind: Kind) -> CellMaker:
        if kind not in self._makers:
            makers: Mapping[Kind, Callable[[], CellMaker]] = {"image": self._pictures_maker, "text": self._texts_maker}
            self._makers[kind] = makers[kind]()
        return self._makers[kind]

    def _pictures_maker(self) -> CellMaker:
        return PictureCells(self._model, self._loader, self._view, self._explainer)

    def _texts_maker(self) -> CellMaker:
        from granview.gui.lanes.texts.text_cells import TextCells

        return TextCells(self._model, self._loader, self._view, self._explainer)

    def _refresh(self) -> None:
        if self._shown == self._loader.sample or self._loader.is_complete:
            self.show()
        elif not self._patience.isActive():
            self._patience.start()

    def _on_changed(self, *_: object) -> None:
        self._soon.start()

    def _on_view_changed(self, name: str) -> None:
        if name in ("pinned", "text_difference"):
            self._soon.start()
