"""What the user clicks on becomes the place that is asked about, and is marked in every cell."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QPointF, QRectF

from granview.core.explain_query import BoxPlace, Place, PointPlace, SpanPlace
from granview.core.labels import LabelSet
from granview.core.prediction import Extent, Prediction
from granview.gui.background.jobs import Job, Jobs
from granview.gui.background.timers import once
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.text_viewport import INPUT, TextSpan, TextViewport
from granview.gui.model.viewport import Mark, Viewport
from granview.gui.presenters.region import Region, region_of
from granview.gui.session.explainer import Explainer
from granview.gui.session.sample_loader import SampleLoader
from granview.scoring.region_at import has_regions, region_at

_STILL_MS: Final = 150
"""A point that is asked about for so long is compared with the reference's region there."""


class PlacePicker(QObject):
    """Joins pictures and texts with the explain state.

    Regions are found by the type of the prediction (``granview.scoring.region_at``), on a thread of their own: in large
    pictures that takes a while.
    """

    def __init__(
        self,
        state: ExplainState,
        explainer: Explainer,
        viewport: Viewport,
        texts: TextViewport,
        loader: SampleLoader,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._explainer = explainer
        self._viewport = viewport
        self._loader = loader
        self._jobs = jobs
        self._job: Job | None = None
        self._lines: tuple[Place, Mark] | None = None
        self._still = once(self, _STILL_MS, self._find_reference)
        viewport.picked.connect(self._on_picked)
        viewport.region_picked.connect(self._on_region_picked)
        texts.touched.connect(self._on_text_touched)
        texts.picked.connect(self._on_text_picked)
        state.changed.connect(lambda _: self._show())

    def _on_picked(self, area: QRectF) -> None:
        self._state.pick(_place(area))
        self._still.start()

    def _on_region_picked(self, key: str, point: QPointF) -> None:
        if self._state.choice.on:
            self._find(*self._prediction_of(key), point, self._on_region)

    def _prediction_of(self, key: str) -> tuple[Prediction | None, LabelSet | None]:
        if key == REFERENCE_KEY:
            return self._loader.reference_prediction, self._loader.reference_labels
        return self._loader.predictions.get(key), self._loader.labels_of(key)

    def _on_region(self, region: Region | None) -> None:
        if region is not None:
            self._lines = (region.place, region.lines)
            self._state.pick(region.place)

    def _find_reference(self) -> None:
        """Find the reference's region at the point that is asked about."""
        place = self._state.choice.place
        if isinstance(place, PointPlace):
            self._find(
                *self._prediction_of(REFERENCE_KEY), QPointF(place.x_px, place.y_px), partial(self._on_reference, place)
            )

    def _on_reference(self, place: Place, region: Region | None) -> None:
        if region is not None and self._state.choice.place == place:
            self._state.choose(region=region.place)

    def _find(
        self,
        prediction: Prediction | None,
        labels: LabelSet | None,
        point: QPointF,
        then: Callable[[Region | None], None],
    ) -> None:
        """Find the region of a prediction at a point, where its type knows any."""
        if prediction is None or labels is None:
            return
        if self._job is not None:
            self._job.cancel()
        if has_regions(prediction):
            size = round(self._viewport.image_size.height()), round(self._viewport.image_size.width())
            self._job = self._jobs.start(lambda: _region(prediction, labels, point, size), then)

    def _on_text_touched(self, key: str) -> None:
        """The lane whose cell was clicked in is the one that is shown where several share a text."""
        if self._state.choice.on and key in self._explainer.explanations.by_lane:
            self._state.choose(lane=key)

    def _on_text_picked(self, space: str, text_span: TextSpan, by_cell: Mapping[str, TextSpan]) -> None:
        if space == INPUT:
            known = self._loader.reference_text
            entity = None if known is None else known.entity_over(*text_span)
            region = None if entity is None else SpanPlace(entity.start, entity.end)
            self._state.pick(SpanPlace(*text_span), region=region, **self._followed(is_source=True))
            return
        spans = {lane: SpanPlace(*own, part="target") for lane, own in by_cell.items()}
        self._state.pick(SpanPlace(*text_span, part="target"), spans=spans, **self._followed(is_source=False))

    def _followed(self, *, is_source: bool) -> dict[str, Any]:
        """Where attention is followed from a word: what is read is looked at, what is written looks back at it."""
        choice = self._state.choice
        stacks = list(
            dict.fromkeys(stack.name for facts in self._explainer.explanations.facts.values() for stack in facts.stacks)
        )
        if "cross" not in stacks:
            return {}
        stack = choice.stack or stacks[0]
        if stack == "cross":
            return {"direction": "to" if is_source else "from"}
        fits = (stack == "encoder") == is_source
        return {} if fits else {"stack": "encoder" if is_source else "cross", "direction": "from"}

    def _show(self) -> None:
        choice = self._state.choice
        if self._job is not None and not choice.on:
            self._job.cancel()
        self._viewport.set_picking(choice.on)
        self._viewport.set_mark(self._mark(choice.place) if choice.on else None)

    def _mark(self, place: Place | None) -> Mark | None:
        if place is not None and self._lines is not None and self._lines[0] == place:
            return self._lines[1]
        match place:
            case PointPlace(x, y):
                return QRectF(x, y, 0, 0)
            case BoxPlace(x0, y0, x1, y1):
                return QRectF(x0, y0, x1 - x0, y1 - y0)
            case _:
                return None


def _region(prediction: Prediction, labels: LabelSet, point: QPointF, size: Extent) -> Region | None:
    found = region_at(prediction, labels, point.x(), point.y(), size)
    return None if found is None else region_of(found)


def _place(area: QRectF) -> Place:
    if area.isEmpty():
        return PointPlace(area.x(), area.y())
    return BoxPlace(area.left(), area.top(), area.right(), area.bottom())
