"""The legend of the sample that is shown: which classes are in it, drawn or not, and how much of each."""

from collections.abc import Mapping

from granview.core.labels import LabelSet, normalized
from granview.core.predictions.label_map import LabelMap
from granview.core.sample_kind import Kind
from granview.gui.background.jobs import Job
from granview.gui.inspect.legend import Legend
from granview.gui.inspect.legend_items import LegendColumn
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.presenters.shown_classes import ShownClass
from granview.gui.services import Services
from granview.gui.style.theme import Theme

Shares = Mapping[str, float]


class ClassLegend(Legend):
    """Counts pixels off the window's thread."""

    def __init__(self, services: Services, theme: Theme, kind: Kind) -> None:
        super().__init__(services, theme, kind, self.tr("The classes that models and references know are listed here."))
        self._shares: dict[str, tuple[LabelMap, Shares]] = {}
        self._counting: Job | None = None
        self.refresh()

    def names(self) -> list[str]:
        """All classes, those that are not in this sample as well."""
        return [entry.name for entry in self._classes.classes()]

    def refresh(self) -> None:
        """List the classes of the sample, and count what has not been counted."""
        maps, sets = self._classes.maps(), self._classes.label_sets()
        self._count(maps, sets)
        columns = [self._column(key, maps.get(key)) for key in self._keys(sets)]
        self.show_classes(self._present(self._classes.classes(), columns), columns)

    def _keys(self, sets: Mapping[str, LabelSet]) -> list[str]:
        first = [REFERENCE_KEY] if REFERENCE_KEY in sets else []
        return [*first, *(lane.name for lane in self._services.model.lanes.all() if lane.runs(self._kind))]

    def _column(self, key: str, label_map: LabelMap | None) -> LegendColumn:
        counted = self._shares.get(key)
        return self.column(key, counted[1] if counted is not None and counted[0] is label_map else None)

    def _present(self, classes: tuple[ShownClass, ...], columns: list[LegendColumn]) -> list[ShownClass]:
        """The classes that are in the sample; all while nothing is known of it."""
        known = [column.shares for column in columns if column.shares is not None]
        if not known:
            return list(classes)
        return [entry for entry in classes if any(shares.get(entry.name, 0.0) > 0 for shares in known)]

    def _count(self, maps: Mapping[str, LabelMap], sets: Mapping[str, LabelSet]) -> None:
        """Count the pixels of maps that are new."""
        new = {
            key: (label_map, sets[key])
            for key, label_map in maps.items()
            if key in sets and (key not in self._shares or self._shares[key][0] is not label_map)
        }
        self._shares = {key: counted for key, counted in self._shares.items() if key in maps}
        if not new:
            return
        if self._counting is not None:
            self._counting.cancel()
        spelled = {normalized(entry.name): entry.name for entry in self._classes.classes()}
        self._counting = self._services.document.read(
            lambda _: {key: (found, _shares(found, labels, spelled)) for key, (found, labels) in new.items()},
            self._on_counted,
        )

    def _on_counted(self, counted: dict[str, tuple[LabelMap, Shares]]) -> None:
        self._counting = None
        self._shares.update(counted)
        self.refresh()


def _shares(label_map: LabelMap, labels: LabelSet, spelled: Mapping[str, str]) -> Shares:
    return {spelled[normalized(name)]: share for name, share in label_map.class_amounts(labels).amounts.items()}
