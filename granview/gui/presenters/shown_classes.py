"""The classes of the sample that is shown: one colour per name, however many label sets name it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from granview.core.class_matching import match_classes
from granview.core.labels import Color, LabelSet, normalized
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.comparison import ComparisonModel
from granview.gui.presenters.lane_class_names import lane_names
from granview.gui.session.sample_loader import SampleLoader
from granview.scoring.label_space import counted_as
from granview.scoring.matched_names import MatchedNames, first_colors, matched_colors
from granview.tasks.text_classes import reference_class_names


@dataclass(frozen=True)
class ShownClass:
    """A class as the legend lists it.

    Attributes:
        name: As the first label set that has it spells it.
        color: The same in every cell.
    """

    name: str
    color: Color


class ShownClasses:
    """Joins the label sets of the reference and all lanes by name.

    The colours of an image's reference come first, and a class of a model has the name and colour of what it counts as.
    A text's reference has no colours, and those of its lanes were given to each lane alone: there, every name gets one
    of its own, and a class has that of the name that it is mapped to.
    """

    def __init__(self, model: ComparisonModel, loader: SampleLoader) -> None:
        self._model = model
        self._loader = loader

    def label_sets(self) -> dict[str, LabelSet]:
        """Label sets by cell, in shared colours."""
        own = self._own()
        sample = self._loader.sample
        if sample is not None and sample.kind == "text":
            return self._of_text(own, sample)
        counted = {key: self._counted(key, labels) for key, labels in own.items()}
        colors = first_colors(list(counted.values()))
        return {key: _recolored(labels, colors) for key, labels in counted.items()}

    def classes(self) -> tuple[ShownClass, ...]:
        """Every class once, in order of first appearance."""
        sets = self.label_sets().values()
        pairs = (pair for labels in sets for pair in zip(labels.names, labels.colors, strict=True))
        found: dict[str, ShownClass] = {}
        for name, color in pairs:
            found.setdefault(normalized(name), ShownClass(name, color))
        return tuple(found.values())

    def predictions(self) -> dict[str, Prediction]:
        """What is said of the sample, by cell; the reference's as if a lane had said it."""
        reference = self._loader.reference_prediction
        first = {} if reference is None else {REFERENCE_KEY: reference}
        return {**first, **self._loader.predictions}

    def _own(self) -> dict[str, LabelSet]:
        reference = self._loader.reference_labels
        own = {} if reference is None else {REFERENCE_KEY: reference}
        sample = self._loader.sample
        for lane in self._model.lanes.all():
            if lane.facts is not None and (sample is None or lane.takes == sample.kind):
                own[lane.name] = lane.facts.labels
        return own

    def _counted(self, key: str, labels: LabelSet) -> LabelSet:
        """The classes of a picture's lane as they are scored against its reference, where there is one."""
        reference, sample = self._loader.reference_labels, self._loader.sample
        if key == REFERENCE_KEY or reference is None or sample is None:
            return labels
        row = self._model.row(sample.name, key)
        found = None if row is None else row.class_map
        if found is None:
            found = match_classes(labels, reference, self._model.params.class_edits).class_map
        return counted_as(labels, reference, found)

    def _of_text(self, own: Mapping[str, LabelSet], sample: Sample) -> dict[str, LabelSet]:
        """The lanes' label sets, then that of the reference: all common names, which are its own and the lanes'."""
        known = self._loader.reference_text
        lanes = sorted((lane for lane in self._model.lanes.all() if lane.name in own), key=lambda lane: lane.place)
        names = {lane.name: lane_names(self._model, sample, lane, known) for lane in lanes}
        said = reference_class_names(known)
        colors = matched_colors([(own[lane], names[lane]) for lane in names], said)
        sets = {lane: _painted(own[lane], names[lane], colors) for lane in names}
        return {**sets, REFERENCE_KEY: _every(sets, names, said, colors)} if said else sets


def _painted(labels: LabelSet, names: MatchedNames, colors: Mapping[str, Color]) -> LabelSet:
    return LabelSet(labels.names, tuple(colors[names.model_key(name)] for name in labels.names), labels.void)


def _every(
    sets: Mapping[str, LabelSet], names: Mapping[str, MatchedNames], known: Sequence[str], colors: Mapping[str, Color]
) -> LabelSet:
    """All common names, as the reference spells them where it has them."""
    said = [names[lane].of_model(name) for lane, labels in sets.items() for name in labels.names]
    spelled = {normalized(name): name for name in (*said, *known)}
    return LabelSet(tuple(spelled[key] for key in colors), tuple(colors.values()), None)


def _recolored(labels: LabelSet, colors: Mapping[str, Color]) -> LabelSet:
    wanted = tuple(colors[normalized(name)] for name in labels.names)
    return labels if wanted == labels.colors else LabelSet(labels.names, wanted, labels.void)
