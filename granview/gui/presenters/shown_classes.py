"""The classes of the sample that is shown: one colour per name, however many label sets name it."""

from collections.abc import Iterator, Mapping

from granview.core.class_matching import match_classes
from granview.core.labels import Color, LabelSet, normalized
from granview.core.prediction import Prediction
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.shown_class import ShownClass
from granview.gui.presenters.picture_presenter import PICTURE_PRESENTERS
from granview.gui.sample_kind_view import kind_view
from granview.gui.session.sample_loader import SampleLoader
from granview.scoring.label_space import counted_as
from granview.scoring.matched_names import first_colors


class ShownClasses:
    """Joins the label sets of the reference and all lanes by name.

    The colours of a reference come first, and a class of a model has the name and colour of what it counts as.
    Where it is otherwise, the kind of the sample says so, see ``SampleKindView.label_sets``.
    """

    def __init__(self, model: ComparisonModel, loader: SampleLoader) -> None:
        self._model = model
        self._loader = loader

    def label_sets(self) -> dict[str, LabelSet]:
        """Label sets by cell, in shared colours."""
        sample = self._loader.sample
        of_kind = None if sample is None else kind_view(sample.kind).label_sets(self._model, self._loader)
        return self._counted_sets() if of_kind is None else of_kind

    def _counted_sets(self) -> dict[str, LabelSet]:
        """The label sets by name; a class of a model that counts as one of the reference is called as that is."""
        counted = {key: self._counted(key, labels) for key, labels in self._own().items()}
        colors = first_colors(list(counted.values()))
        return {key: _recolored(labels, colors) for key, labels in counted.items()}

    def classes(self) -> tuple[ShownClass, ...]:
        """Every class once, in order of first appearance."""
        sets = self.label_sets().values()
        pairs = (pair for labels in sets for pair in zip(labels.names, labels.colors, strict=True))
        found: dict[str, ShownClass] = {}
        for name, color in pairs:
            found.setdefault(normalized(name), ShownClass(name, color))
        for entry in self._besides():
            found.setdefault(normalized(entry.name), entry)
        return tuple(found.values())

    def _besides(self) -> Iterator[ShownClass]:
        """What predictions have in the legend besides the classes of their label sets."""
        sets = self.label_sets()
        for key, prediction in self.predictions().items():
            if prediction.type_name in PICTURE_PRESENTERS and key in sets:
                yield from PICTURE_PRESENTERS.get(prediction.type_name).legend_entries(prediction, sets[key])

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
            if lane.facts is not None and (sample is None or lane.runs(sample.kind)):
                own[lane.name] = lane.facts.labels
        return own

    def _counted(self, key: str, labels: LabelSet) -> LabelSet:
        """The classes of a lane as they are scored against its reference, where there is one."""
        reference, sample = self._loader.reference_labels, self._loader.sample
        if key == REFERENCE_KEY or reference is None or sample is None:
            return labels
        row = self._model.row(sample.name, key)
        found = None if row is None else row.class_map_to(reference)
        if found is None:
            found = match_classes(labels, reference, self._model.params.class_edits).class_map
        return counted_as(labels, reference, found)


def _recolored(labels: LabelSet, colors: Mapping[str, Color]) -> LabelSet:
    wanted = tuple(colors[normalized(name)] for name in labels.names)
    return labels if wanted == labels.colors else LabelSet(labels.names, wanted, labels.void)
