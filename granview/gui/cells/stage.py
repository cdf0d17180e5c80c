"""What the grid shows: model, loader and view joined into one content per cell."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from granview.core.events import LaneState
from granview.core.labels import LabelSet
from granview.core.sample import Sample
from granview.gui.background.loader import SampleLoader
from granview.gui.background.pictures import Pictures
from granview.gui.background.timers import once
from granview.gui.cells.cell import REFERENCE_KEY, CellContent
from granview.gui.model.class_book import ClassBook
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.entries import Lane, Row
from granview.gui.model.view_state import ViewState

translate = QCoreApplication.translate

_PATIENCE_MS: Final = 120
PICTURE_KEY: Final = "picture"
_LOADING: Final = frozenset({LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING})


class Grid(Protocol):
    """What shows cells."""

    def show_cells(self, contents: Sequence[CellContent]) -> None:
        """Show these cells, left to right."""


class Stage(QObject):
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
        grid: Grid,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._loader = loader
        self._pictures = pictures
        self._view = view
        self._grid = grid
        self._classes = ClassBook(model, loader)
        self._shown: Sample | None = None
        self._soon = once(self, 0, self._refresh)
        self._patience = once(self, _PATIENCE_MS, self.show)
        for signal in (loader.changed, model.lanes.changed, model.lanes.lane_changed, model.rows_changed):
            signal.connect(self._on_changed)
        view.changed.connect(self._on_view_changed)

    def show(self) -> None:
        """Show what is there now."""
        self._patience.stop()
        self._shown = self._loader.sample
        self._grid.show_cells(self.contents())
        self._pictures.release_older()

    def contents(self) -> list[CellContent]:
        """One content per cell: the reference where there is one, then the lanes."""
        sample = self._loader.sample
        if sample is None:
            return []
        sets = self._classes.label_sets()
        lanes = [self._lane_cell(sample, lane, sets.get(lane.name)) for lane in self._model.lanes.all()]
        if sample.reference is not None:
            return [self._reference_cell(sets.get(REFERENCE_KEY)), *lanes]
        return lanes or [self._picture_cell(sample)]

    def _refresh(self) -> None:
        if self._shown == self._loader.sample or self._loader.is_complete:
            self.show()
        elif not self._patience.isActive():
            self._patience.start()

    def _on_changed(self, *_: object) -> None:
        self._soon.start()

    def _on_view_changed(self, name: str) -> None:
        if name == "pinned":
            self._soon.start()

    def _picture_cell(self, sample: Sample) -> CellContent:
        hint = translate("Stage", "Add a model to see what it makes of this picture.")
        return CellContent(
            PICTURE_KEY, sample.filename, message=self._loader.picture_error or hint, picture=self._loader.picture
        )

    def _reference_cell(self, labels: LabelSet | None) -> CellContent:
        return CellContent(
            REFERENCE_KEY,
            translate("Stage", "Reference"),
            message=self._loader.picture_error or self._loader.reference_error,
            picture=self._loader.picture,
            label_map=self._loader.reference_map,
            labels=labels,
            is_reference=True,
            failed=bool(self._loader.reference_error),
        )

    def _lane_cell(self, sample: Sample, lane: Lane, labels: LabelSet | None) -> CellContent:
        row = self._model.row(sample.name, lane.name)
        label_map = self._loader.maps.get(lane.name)
        return CellContent(
            lane.name,
            lane.name,
            subtitle(lane, row),
            lane.state,
            self._loader.picture_error or message(lane, row),
            self._loader.picture,
            label_map,
            labels if label_map is not None else None,
            pinned=self._view.pinned == lane.name,
            progress=progress(lane),
            failed=row is not None and not row.ok,
            class_map=None if row is None else row.class_map,
        )


def subtitle(lane: Lane, row: Row | None) -> str:
    """Forward time and device, as far as they are known: ``2.1 ms · cpu``."""
    forward_ms = None if row is None or row.timing is None else row.timing.forward_ms
    time = "" if forward_ms is None else f"{forward_ms:.{0 if forward_ms >= 100 else 1}f} ms"
    device = lane.facts.device if lane.facts is not None else ""
    variant = "" if lane.spec.variant == type(lane.spec.variant)() else str(lane.spec.variant)
    return " · ".join(part for part in (time, variant, device) if part)


def message(lane: Lane, row: Row | None) -> str:
    """The sentence that a lane's cell needs: an error, a hint, or what the user must know of the result."""
    if row is not None and not row.ok:
        return f"{row.error} {row.hint}".strip()
    if row is not None:
        outdated = (translate("Stage", "Out of date. Press Run to compute it again."),) if row.stale else ()
        of_lane = () if lane.facts is None else lane.facts.notices
        return " ".join((*outdated, *row.notices, *of_lane))
    if lane.state == LaneState.FAILED:
        return lane.text or translate("Stage", "The model could not be loaded.")
    if lane.state in _LOADING:
        return lane.text or translate("Stage", "Loading the model…")
    return "" if lane.is_busy else translate("Stage", "Not run yet. Press Run.")


def progress(lane: Lane) -> float | None:
    """How far a lane is with loading, or with its run; None when it does neither or cannot say."""
    if lane.state in _LOADING:
        return lane.fraction
    return lane.done / lane.total if lane.is_busy else None
