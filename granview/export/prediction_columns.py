"""What lies over the picture in each column of a comparison page: the reference, and what each lane said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from granview.core.errors import GranViewError, InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Reference, Sample
from granview.core.task_trait import task_params
from granview.core.truth import Truth
from granview.export.page_content import Detail
from granview.export.prediction_export import export_of
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.shown_reference import shown_reference
from granview.scoring.label_space import counted_as
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow

_NO_LABELS = LabelSet((), ())


@dataclass(frozen=True)
class PredictionColumn:
    """A prediction with its caption, or the reason why there is none.

    Attributes:
        title: The lane's name, or what the column is.
        details: Lines under the title.
        prediction: What is drawn over the picture, which it fits; None where ``message`` says why not.
        labels: The classes of the prediction.
        message: Why there is no prediction; empty when there is one.
    """

    title: str
    details: tuple[Detail, ...]
    prediction: Prediction | None = None
    labels: LabelSet = _NO_LABELS
    message: str = ""


def reference_column(
    sample: Sample,
    frame: Frame,
    results: Iterable[ResultRow],
    params: ImageParams,
    wanted: Iterable[type[Truth]] = (),
    own: Reference | None = None,
) -> PredictionColumn | None:
    """The sample's reference over a picture that lies so; None where it has none that is drawn over pictures.

    Without class names, they are those that it was scored in. ``wanted`` are the types of truth that the lanes' tasks
    compare with, in the order of the lanes; ``own`` is the sample itself, where that is the reference.
    """
    found = shown_reference(sample, wanted) if own is None else (own, None)
    if found is None or (found[0].text is not None and not found[0].format):
        return None
    reference, truth_type = found
    names = next((row.reference_labels for row in results if row.reference_labels), None)
    said_by = Path(reference.path).name or reference.record
    empty = PredictionColumn("Reference", (Detail(said_by),))
    try:
        shown = read_truth(reference, frame, names, params, truth_type).as_prediction()
    except InputError as error:
        return replace(empty, message=str(error))
    return None if shown is None else _with(replace(empty, labels=shown[1]), shown[0])


def lane_column(
    session: SessionReader,
    lane: LaneRecord,
    result: ResultRow | None,
    sample: Sample,
    size_hw: tuple[int, int],
    details: Sequence[Detail],
) -> PredictionColumn:
    """What a lane said about a sample."""
    title, lines = lane.name, tuple(details)
    if result is None:
        return PredictionColumn(title, lines, message="Not run.")
    if result.status == "failed":
        return PredictionColumn(title, lines, message=f"{result.error} {result.hint}".strip())
    return _predicted(session, lane, sample, size_hw, PredictionColumn(title, lines, labels=_counted(lane, result)))


def _counted(lane: LaneRecord, result: ResultRow) -> LabelSet:
    """A lane's classes, by the names of those of the reference that they were scored as."""
    labels = lane.facts.labels if lane.facts else _NO_LABELS
    if result.class_map is None or result.reference_labels is None:
        return labels
    return counted_as(labels, result.reference_labels, result.class_map)


def _predicted(
    session: SessionReader, lane: LaneRecord, sample: Sample, size_hw: tuple[int, int], empty: PredictionColumn
) -> PredictionColumn:
    """The column with what the lane said in it, or with the reason why there is nothing."""
    try:
        prediction = session.prediction(sample.name, lane.name)
    except GranViewError as error:
        return replace(empty, message=str(error))
    if prediction is None:
        return replace(empty, message="The session holds no such prediction.")
    column = _with(empty, prediction)
    if column.prediction is not None and not prediction.fits(size_hw):
        return replace(empty, message="The picture has another size now than when this ran. Run it again.")
    if column.prediction is None:
        return column
    return replace(column, prediction=prediction.shown(task_params(lane.spec.task, session.params())))


def _with(empty: PredictionColumn, prediction: Prediction) -> PredictionColumn:
    """The column with a prediction in it, unless nothing draws its type over pictures."""
    try:
        is_drawn = export_of(prediction).overlay is not None
    except GranViewError as error:
        return replace(empty, message=str(error))
    if not is_drawn:
        name = prediction.type_name
        return replace(empty, message=f"Predictions of the type '{name}' are not drawn over pictures.")
    return replace(empty, prediction=prediction)
