"""Explanations of many samples from Python: asked once the lanes have run, kept in the session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from granview.core.arrays import pack
from granview.core.errors import InputError
from granview.core.explain_methods import with_method_title
from granview.core.explain_query import ExplainQuery, MaskPlace, PointPlace, SpanPlace
from granview.core.image_params import ImageParams
from granview.core.lane import LaneSpec
from granview.core.messages import Explained
from granview.core.sample import Sample
from granview.core.truth import Truth
from granview.engine.engine import Engine
from granview.engine.explain_samples import LaneReply, QueriesFor, explain_samples
from granview.io.image_reader import read_frame
from granview.io.reference_format import read_truth
from granview.io.shown_reference import shown_reference
from granview.scoring.region_at import region_at
from granview.store.session import Session
from granview.tasks.base import TASKS

_AS_FILES_SAY: Final = ImageParams()


@dataclass
class ExplanationCollector:
    """Asks lanes for explanations, and keeps the answers in a session.

    Attributes:
        session: Where answers are kept.
        lanes: Whom to ask.
        samples: What about.
        queries_for: The queries about a sample.
        failures: (sample, lane, why) of what could not be answered.
    """

    session: Session
    lanes: Sequence[LaneSpec]
    samples: Sequence[Sample]
    queries_for: QueriesFor
    failures: list[tuple[str, str, str]] = field(default_factory=list)

    def ask(self, engine: Engine) -> None:
        """Ask all, and wait."""
        image_range = self.session.params().image.range
        explain_samples(engine, self.lanes, self.samples, self._with_regions, self._keep, self._written, image_range)

    def _with_regions(self, sample: Sample) -> list[ExplainQuery]:
        params = self.session.params().image
        wanted = [TASKS.get(lane.task).truth_type for lane in self.lanes]
        return [with_region(sample, query, params, wanted) for query in self.queries_for(sample)]

    def _written(self, sample: str, lane: str) -> str | None:
        prediction = self.session.prediction(sample, lane)
        return None if prediction is None else prediction.written

    def _keep(self, asked: LaneReply) -> None:
        reply = asked.reply
        if isinstance(reply, Explained) and reply.explanation is not None:
            self.session.keep_explanation(asked.sample.name, asked.lane, asked.query, reply.explanation)
        elif not isinstance(reply, Explained):
            why = with_method_title(asked.query.method, f"{reply.error} {reply.hint}".strip())
            self.failures.append((asked.sample.name, asked.lane, why))


def same_for_all(queries: Sequence[ExplainQuery]) -> Callable[[Sample], Sequence[ExplainQuery]]:
    """The same queries about every sample."""
    return lambda _: queries


def with_region(
    sample: Sample,
    query: ExplainQuery,
    params: ImageParams = _AS_FILES_SAY,
    wanted: Sequence[type[Truth]] = (),
) -> ExplainQuery:
    """The query with the reference's region or entity at its place, so that the weight inside is measured.

    A query that names a region already, or about a place where the reference has none, is as it was.
    """
    if query.region is not None or sample.reference is None:
        return query
    if isinstance(query.place, PointPlace) and sample.reference.text is None:
        return msgspec.structs.replace(query, region=_region_at(sample, query.place, params, wanted))
    if isinstance(query.place, SpanPlace) and sample.reference.text is not None:
        return msgspec.structs.replace(query, region=_entity_at(sample, query.place))
    return query


def _region_at(
    sample: Sample, place: PointPlace, params: ImageParams, wanted: Sequence[type[Truth]]
) -> MaskPlace | None:
    """The reference's region that a point lies in; None where it has none or cannot be read."""
    assert sample.reference is not None
    try:
        frame = read_frame(Path(sample.path))
        shown = shown_reference(sample, wanted)
        assert shown is not None
        truth = read_truth(shown[0], frame, params=params, wanted=shown[1])
    except InputError:
        return None
    said = truth.as_prediction()
    found = None if said is None else region_at(*said, place.x_px, place.y_px, (frame.height, frame.width))
    return None if found is None else MaskPlace(pack(found))


def _entity_at(sample: Sample, place: SpanPlace) -> SpanPlace | None:
    assert sample.reference is not None
    assert sample.reference.text is not None
    entity = sample.reference.text.entity_over(place.start, place.end)
    return None if entity is None else SpanPlace(entity.start, entity.end)
