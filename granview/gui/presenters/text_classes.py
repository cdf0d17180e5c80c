"""The classes of a text: what those of its lanes count as, how much of each there is, and in which colours."""

from collections import Counter
from collections.abc import Mapping, Sequence

from granview.core.labels import Color, LabelSet, normalized
from granview.core.prediction import ClassAmounts
from granview.core.sample import Sample
from granview.core.text import NO_NAMES, TextReference
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.session.sample_loader import SampleLoader
from granview.scoring.matched_names import BY_NAME, MatchedNames, matched_colors
from granview.tasks.text_classes import matched_names, reference_class_names


def lane_names(model: ComparisonModel, sample: Sample, lane: Lane, known: TextReference | None) -> MatchedNames:
    """By the class map that its result was scored with; by the present one where there is none."""
    if lane.facts is None:
        return BY_NAME
    row = model.row(sample.name, lane.name)
    edits = model.params.class_edits if row is None else row.class_edits
    data_set = NO_NAMES if sample.reference is None else sample.reference.data_set
    return matched_names(lane.spec.task, lane.facts.labels, known, edits, data_set)


def in_common(amounts: ClassAmounts, names: MatchedNames) -> ClassAmounts:
    """The same by common names; classes that count as one add up."""
    found: dict[str, float] = {}
    for name, amount in amounts.amounts.items():
        found[names.of_model(name)] = found.get(names.of_model(name), 0.0) + amount
    return ClassAmounts(amounts.measure, found)


def amounts_known(reference: TextReference | None) -> ClassAmounts | None:
    """What is known to be true; None where nothing of the kind is."""
    if reference is None:
        return None
    if reference.entities is not None:
        return ClassAmounts("count", Counter(span.label for span in reference.entities))
    if reference.labels is not None:
        return ClassAmounts("probability", dict.fromkeys(reference.labels, 1.0))
    return None


def text_label_sets(model: ComparisonModel, loader: SampleLoader) -> dict[str, LabelSet]:
    """The lanes' label sets, then that of the reference: all common names, which are its own and the lanes'.

    A text's reference has no colours, and those of its lanes were given to each lane alone: here, every name gets one
    of its own, and a class has that of the name that it is mapped to.
    """
    sample, known = loader.sample, loader.reference_text
    if sample is None:
        return {}
    lanes = [lane for lane in model.lanes.all() if lane.facts is not None and lane.runs(sample.kind)]
    own = {lane.name: lane.facts.labels for lane in lanes if lane.facts is not None}
    in_order = sorted(lanes, key=lambda lane: lane.place)
    names = {lane.name: lane_names(model, sample, lane, known) for lane in in_order}
    of_reference = reference_class_names(known)
    colors = matched_colors([(own[lane], names[lane]) for lane in names], of_reference)
    sets = {lane: _painted(own[lane], names[lane], colors) for lane in names}
    return {**sets, REFERENCE_KEY: _every(sets, names, of_reference, colors)} if of_reference else sets


def _painted(labels: LabelSet, names: MatchedNames, colors: Mapping[str, Color]) -> LabelSet:
    return LabelSet(labels.names, tuple(colors[names.model_key(name)] for name in labels.names), labels.void)


def _every(
    sets: Mapping[str, LabelSet], names: Mapping[str, MatchedNames], known: Sequence[str], colors: Mapping[str, Color]
) -> LabelSet:
    """All common names, as the reference spells them where it has them."""
    of_lanes = [names[lane].of_model(name) for lane, labels in sets.items() for name in labels.names]
    spelled = {normalized(name): name for name in (*of_lanes, *known)}
    return LabelSet(tuple(spelled[key] for key in colors), tuple(colors.values()), None)
