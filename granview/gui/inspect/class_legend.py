"""The legend of the sample that is shown: which classes are in it, drawn or not, and how much of each."""

from collections.abc import Mapping

from granview.core.labels import LabelSet, normalized
from granview.core.prediction import ClassAmounts, Prediction
from granview.core.sample_kind import Kind
from granview.gui.background.jobs import Job
from granview.gui.inspect.legend import Legend
from granview.gui.inspect.legend_items import LegendColumn
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.number_filter import FilterValues
from granview.gui.presenters.picture_presenter import ViewChoice, choices_of, presenter_of
from granview.gui.services import Services
from granview.gui.style.theme import Theme

Counted = tuple[Prediction, FilterValues, ClassAmounts | None]
"""A prediction, by what it was filtered, and how much of each class is left, by the names that the legend lists."""


class ClassLegend(Legend):
    """Counts off the window's thread."""

    def __init__(self, services: Services, theme: Theme, kind: Kind) -> None:
        super().__init__(services, theme, kind, self.tr("The classes that models and references know are listed here."))
        self._counted: dict[str, Counted] = {}
        self._counting: Job | None = None
        self.refresh()

    def names(self) -> list[str]:
        """All classes, those that are not in this sample as well."""
        return [entry.name for entry in self._classes.classes()]

    @property
    def can_hide(self) -> bool:
        """Whether any prediction that is shown is drawn class by class."""
        return ViewChoice.CLASSES in choices_of(self._classes.predictions().values())

    def refresh(self) -> None:
        """List the classes of the sample, and count what has not been counted; other kinds leave it as it is."""
        if self.sample is None and self._services.loader.sample is not None:
            return
        predictions, sets = self._classes.predictions(), self._classes.label_sets()
        self._count(predictions, sets)
        columns = [self._column(key, predictions.get(key)) for key in self._keys(sets)]
        self.show_classes(self._classes.classes(), columns)

    def _keys(self, sets: Mapping[str, LabelSet]) -> list[str]:
        first = [REFERENCE_KEY] if REFERENCE_KEY in sets else []
        return [*first, *(lane.name for lane in self._services.model.lanes.all() if lane.runs(self._kind))]

    def _column(self, key: str, prediction: Prediction | None) -> LegendColumn:
        counted, _, amounts = self._counted.get(key, (None, {}, None))
        return self.column(key, amounts if counted is prediction else None)

    def _count(self, predictions: Mapping[str, Prediction], sets: Mapping[str, LabelSet]) -> None:
        """Count what is in predictions that are new, or filtered by other values."""
        filters = self._services.view.filters
        new = {
            key: (prediction, sets[key])
            for key, prediction in predictions.items()
            if key in sets and not self._is_counted(key, prediction, filters)
        }
        self._counted = {key: counted for key, counted in self._counted.items() if key in predictions}
        if not new:
            return
        if self._counting is not None:
            self._counting.cancel()
        spelled = {normalized(entry.name): entry.name for entry in self._classes.classes()}
        self._counting = self._services.document.read(
            lambda _: {
                key: (found, filters, _amounts(found, labels, spelled, filters)) for key, (found, labels) in new.items()
            },
            self._on_counted,
        )

    def _is_counted(self, key: str, prediction: Prediction, filters: FilterValues) -> bool:
        """Whether a prediction has been counted as it is filtered now; what cannot be filtered is counted once."""
        counted, by, _ = self._counted.get(key, (None, {}, None))
        return counted is prediction and (by == filters or not presenter_of(prediction).filters)

    def _on_view_changed(self, name: str) -> None:
        super()._on_view_changed(name)
        if name == "filters":
            self._soon.start()

    def _on_counted(self, counted: dict[str, Counted]) -> None:
        self._counting = None
        self._counted.update(counted)
        self.refresh()


def _amounts(
    prediction: Prediction, labels: LabelSet, spelled: Mapping[str, str], filters: FilterValues
) -> ClassAmounts | None:
    presenter = presenter_of(prediction)
    found = presenter.legend_amounts(presenter.filtered(prediction, filters), labels)
    if found is None:
        return None
    return ClassAmounts(found.measure, {spelled[normalized(name)]: share for name, share in found.amounts.items()})
