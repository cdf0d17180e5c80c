"""What the cell of a lane has, whatever its sample is: the base of what makes the cells of each kind."""

from typing import TypedDict

from granview.core.events import LaneState
from granview.core.labels import LabelSet
from granview.core.sample import Sample
from granview.gui.lanes.cell_status import heat_caption, lane_notices, message, progress, subtitle
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.model.view_state import ViewState
from granview.gui.session.explainer import Explainer
from granview.gui.session.sample_loader import SampleLoader


class LaneFields(TypedDict):
    """Attributes of ``CellContent`` by name."""

    key: str
    title: str
    subtitle: str
    state: LaneState | None
    message: str
    pinned: bool
    progress: float | None
    failed: bool
    lane_notices: tuple[str, ...]
    place: int


class LaneCells:
    """Makes contents of cells of what the loader has opened."""

    def __init__(self, model: ComparisonModel, loader: SampleLoader, view: ViewState, explainer: Explainer) -> None:
        self._model = model
        self._loader = loader
        self._view = view
        self._explainer = explainer

    def lane_fields(self, sample: Sample, lane: Lane, labels: LabelSet | None, explained: str) -> LaneFields:
        """What heads the cell of a lane and what is said in it.

        Args:
            sample: What is shown.
            lane: Whose cell it is.
            labels: The lane's classes, by which the class that is explained is named.
            explained: What must be known of the lane's explanation; empty when there is nothing to know.
        """
        row = self._model.row(sample.name, lane.name)
        damage = self._loader.prediction_errors.get(lane.name, "")
        return {
            "key": lane.name,
            "title": lane.name,
            "subtitle": heat_caption(self._explainer.explanations.heat(lane.name), labels) or subtitle(lane, row),
            "state": lane.state,
            "message": self._loader.error or damage or explained or message(lane, row),
            "pinned": self._view.pinned == lane.name,
            "progress": progress(lane),
            "failed": bool(damage) or (row is not None and not row.ok),
            "lane_notices": lane_notices(lane),
            "place": lane.place,
        }
