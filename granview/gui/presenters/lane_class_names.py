"""What the classes of a lane mean in the language of a text's reference, as its result was scored."""

from granview.core.sample import Sample
from granview.core.text import NO_NAMES, TextReference
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.scoring.matched_names import BY_NAME, MatchedNames
from granview.tasks.text_classes import matched_names


def lane_names(model: ComparisonModel, sample: Sample, lane: Lane, known: TextReference | None) -> MatchedNames:
    """By the class map that its result was scored with; by the present one where there is none."""
    if lane.facts is None:
        return BY_NAME
    row = model.row(sample.name, lane.name)
    edits = model.params.class_edits if row is None else row.class_edits
    data_set = NO_NAMES if sample.reference is None else sample.reference.data_set
    return matched_names(lane.spec.task, lane.facts.labels, known, edits, data_set)
