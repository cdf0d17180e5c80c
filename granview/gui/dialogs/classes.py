"""Which class of a model is which class of the references: matched by name, and here by hand."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QWidget

from granview.core.class_matching import match_classes
from granview.core.labels import LabelSet, normalized
from granview.gui.dialogs.dialog_page import Page
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.services import Services
from granview.store.session import Session

translate = QCoreApplication.translate


class ClassesDialog(Page):
    """One row per class of the chosen lane's model; a change makes all results stale."""

    guide = "guide/references-and-classes.md#which-class-is-which"

    def __init__(self, services: Services, parent: QWidget) -> None:
        explanation = self.tr(
            "Scores need to know which class of a model is which class of the references. Equal names, usual spellings "
            "and numbers that are indices match by themselves; set the others here. A class without a counterpart "
            "counts as wrong wherever it is predicted."
        )
        super().__init__(self.tr("Match classes"), parent, explanation)
        self._services = services
        self._edits = dict(services.model.params.class_edits)
        self._reference: LabelSet | None = None
        self.choices: dict[str, QComboBox] = {}
        self.lane = QComboBox()
        for lane in self._lanes():
            self.lane.addItem(lane.name)
        self.lane.currentIndexChanged.connect(lambda _: self._fill())
        self._matched = QLabel()
        self._matched.setProperty("role", "muted")
        row = QHBoxLayout()
        row.addWidget(self.lane)
        row.addWidget(self._matched, 1)
        self.body.addLayout(row)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.body.addWidget(self._area, 1)
        self.add_cancel(self.tr("Cancel"))
        self.apply = self.add_accept(self.tr("Apply"))
        self.resize(560, 560)
        self._fill()
        services.document.read(_reference_labels, self._on_reference)

    def accept(self) -> None:
        """Keep the edits, for the session and from the next run on."""
        model = self._services.model
        params = msgspec.structs.replace(model.params, class_edits=self._edits)
        self._services.deeds.change_params(params, lambda: translate("ClassesDialog", "match classes"))
        super().accept()

    def _lanes(self) -> Sequence[Lane]:
        return [lane for lane in self._services.model.lanes.all() if lane.facts is not None]

    def _on_reference(self, labels: LabelSet | None) -> None:
        self._reference = labels or self._services.loader.reference_labels
        self._fill()

    def _fill(self) -> None:
        content = QWidget()
        content.setProperty("surface", "panel")
        grid = QGridLayout(content)
        grid.setColumnStretch(1, 1)
        self.choices = {}
        lane = self._services.model.lanes.get(self.lane.currentText())
        if lane is None or lane.facts is None or self._reference is None:
            grid.addWidget(QLabel(self._what_is_missing()), 0, 0)
        else:
            self._fill_rows(grid, lane.facts.labels, self._reference)
        self.apply.setEnabled(bool(self.choices))
        self._area.setWidget(content)

    def _what_is_missing(self) -> str:
        if not self._lanes():
            return self.tr("No model is loaded yet, so its classes are not known. Press Run first.")
        return self.tr("No reference has been read yet. Show a sample with a reference, or press Run.")

    def _fill_rows(self, grid: QGridLayout, model: LabelSet, reference: LabelSet) -> None:
        by_name = match_classes(model, reference).class_map
        for row, (name, target) in enumerate(zip(model.names, by_name.targets, strict=True)):
            combo = QComboBox()
            combo.setAccessibleName(name)
            own = reference.names[target] if target is not None else ""
            combo.addItem((own and self.tr("{name} (by itself)").format(name=own)) or self.tr("none"), None)
            if own:
                combo.addItem(self.tr("none"), "")
            for other in reference.names:
                if other != own:
                    combo.addItem(other, other)
            combo.setCurrentIndex(max(combo.findData(self._edit_of(name)), 0))
            combo.currentIndexChanged.connect(lambda _, name=name, combo=combo: self._on_chosen(name, combo))
            self.choices[name] = combo
            grid.addWidget(QLabel(name), row, 0)
            grid.addWidget(combo, row, 1)
        grid.setRowStretch(len(model.names), 1)
        self._say_matched()

    def _edit_of(self, name: str) -> str | None:
        return next((to for own, to in self._edits.items() if normalized(own) == normalized(name)), None)

    def _on_chosen(self, name: str, combo: QComboBox) -> None:
        self._edits = {own: to for own, to in self._edits.items() if normalized(own) != normalized(name)}
        target = combo.currentData()
        if target is not None:
            self._edits[name] = target
        self._say_matched()

    def _say_matched(self) -> None:
        lane = self._services.model.lanes.get(self.lane.currentText())
        if lane is None or lane.facts is None or self._reference is None:
            return
        found = match_classes(lane.facts.labels, self._reference, self._known_edits(self._reference)).class_map
        text = self.tr("{matched} of {count} classes have a counterpart")
        self._matched.setText(text.format(matched=found.matched, count=len(lane.facts.labels)))

    def _known_edits(self, reference: LabelSet) -> dict[str, str]:
        return {own: to for own, to in self._edits.items() if not to or reference.index(to) is not None}


def _reference_labels(session: Session) -> LabelSet | None:
    """The label set that most results were scored in."""
    found = [row.reference_labels for row in session.results() if row.reference_labels is not None]
    return max(set(found), key=found.count) if found else None
