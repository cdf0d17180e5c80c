"""The classes of a text's cells in shared colours: by what they count as in common with its reference."""

from collections.abc import Mapping, Sequence

from granview.core.labels import Color, LabelSet, normalized
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.comparison import ComparisonModel
from granview.gui.presenters.lane_class_names import lane_names
from granview.gui.session.sample_loader import SampleLoader
from granview.scoring.matched_names import MatchedNames, matched_colors
from granview.tasks.text_classes import reference_class_names


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
