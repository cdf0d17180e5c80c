"""What lies over the picture in each column of a comparison page: the reference's mask, and each lane's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from granview.core.errors import GranViewError, InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.export.page_content import Detail
from granview.io.orientation import Frame
from granview.io.reference_masks import read_reference
from granview.scoring.label_space import counted_as
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow

_NO_LABELS = LabelSet((), ())


@dataclass(frozen=True)
class MaskColumn:
    """A mask with its caption, or the reason why there is none.

    Attributes:
        title: The lane's name, or what the mask is.
        details: Lines under the title.
        labels: (H, W) uint8 or uint16, at the picture's size; None where ``message`` says why not.
        label_set: The classes of the mask.
        message: Why there is no mask; empty when there is one.
    """

    title: str
    details: tuple[Detail, ...]
    labels: NDArray[Any] | None = None
    label_set: LabelSet = _NO_LABELS
    message: str = ""


def reference_layer(
    sample: Sample, frame: Frame, results: Iterable[ResultRow], params: ImageParams
) -> MaskColumn | None:
    """The sample's reference over a picture that lies so; None where it has none.

    Without class names, they are those that it was scored in.
    """
    if sample.reference is None:
        return None
    path = Path(sample.reference.path)
    names = next((row.reference_labels for row in results if row.reference_labels), None)
    details = (Detail(path.name),)
    try:
        mask = read_reference(path, frame, names, params)
    except InputError as error:
        return MaskColumn("Reference", details, message=str(error))
    return MaskColumn("Reference", details, mask.labels, mask.label_set)


def lane_layer(
    session: SessionReader,
    lane: LaneRecord,
    result: ResultRow | None,
    sample: Sample,
    size_hw: tuple[int, int],
    details: Sequence[Detail],
) -> MaskColumn:
    """What a lane said about a sample."""
    title, lines = lane.name, tuple(details)
    if result is None:
        return MaskColumn(title, lines, message="Not run.")
    if result.status == "failed":
        return MaskColumn(title, lines, message=f"{result.error} {result.hint}".strip())
    return _said(session, lane, sample, size_hw, MaskColumn(title, lines, label_set=_counted(lane, result)))


def _counted(lane: LaneRecord, result: ResultRow) -> LabelSet:
    """A lane's classes, by the names of those of the reference that they were scored as."""
    labels = lane.facts.labels if lane.facts else _NO_LABELS
    if result.class_map is None or result.reference_labels is None:
        return labels
    return counted_as(labels, result.reference_labels, result.class_map)


def _said(
    session: SessionReader, lane: LaneRecord, sample: Sample, size_hw: tuple[int, int], empty: MaskColumn
) -> MaskColumn:
    """The layer with the lane's mask in it, or with the reason why there is none."""
    try:
        prediction = session.prediction(sample.name, lane.name)
    except GranViewError as error:
        return replace(empty, message=str(error))
    if not isinstance(prediction, LabelMap):
        return replace(empty, message="The session holds no mask.")
    if prediction.size != size_hw:
        return replace(empty, message="The picture has another size now than when this ran. Run it again.")
    return replace(empty, labels=prediction.labels)
