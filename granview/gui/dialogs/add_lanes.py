"""Choosing models: what there is, how to run it, and where; each chosen model becomes a lane."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec, lane_name
from granview.core.resources import resource_path
from granview.engine.catalog import CatalogEntry, catalog
from granview.engine.ladder_entries import entries_with_ladders
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.choice_plan import ChoicePlanView
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.lane_options import LaneOptions
from granview.gui.dialogs.model_chooser import ModelChooser
from granview.gui.dialogs.other_model import OtherModel
from granview.gui.language.below import localized
from granview.gui.model.task_titles import title_of
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import Theme
from granview.io.catalogue_file import read_catalogue


def _no_lanes() -> Mapping[str, int]:
    return {}


class AddLanesDialog(Page):
    """Emits the lanes that were chosen.

    Args:
        jobs: Threads that read the catalogue.
        network_jobs: Threads that may wait for the hub.
        taken: Names of the lanes that there are.
        icons: Line icons.
        theme: Colours.
        parent: The window.
        like: A lane whose model is chosen already, to be run in another way.
        device: Where lanes run unless the user says otherwise.
        idle: The process ids of lanes on the CPU that do nothing, by name.
        memory: Knows the folders last used.
    """

    guide = "guide/models.md"

    lanes_chosen = Signal(object)
    """``list[LaneSpec]``"""

    def __init__(
        self,
        jobs: Jobs,
        network_jobs: Jobs,
        taken: Sequence[str],
        icons: IconSet,
        theme: Theme,
        parent: QWidget,
        like: LaneSpec | None = None,
        device: str = "auto",
        idle: Callable[[], Mapping[str, int]] = _no_lanes,
        memory: WindowMemory | None = None,
    ) -> None:
        super().__init__(self.tr("Add models"), parent)
        self._taken = tuple(taken)
        self.chooser = ModelChooser(network_jobs, icons, theme)
        self.items, self.list = self.chooser.items, self.chooser.list
        self.search, self.family, self.task = self.chooser.search, self.chooser.family, self.chooser.task
        self.other = OtherModel(jobs, like, memory)
        self.options = LaneOptions(like, device)
        self.plan = ChoicePlanView(network_jobs, idle)
        self._summary = _summary_line()
        self.body.addWidget(self.chooser, 1)
        for widget in (self.other, self.options, self._summary, self.plan):
            self.body.addWidget(widget)
        self.add_cancel(self.tr("Cancel"))
        self.add = self.add_accept(self.tr("Add"))
        self._connect()
        self._loading = jobs.start(_known_models, self.chooser.show_models, self._on_failed)
        self._show_choice()
        self.resize(_fitting(parent))
        self.search.setFocus()

    def _connect(self) -> None:
        self.chooser.task_changed.connect(self.other.want)
        self.items.chosen_changed.connect(self._show_choice)
        self.other.changed.connect(self._show_choice)
        self.options.changed.connect(self._show_choice)
        self.plan.changed.connect(self._allow_adding)
        self.finished.connect(lambda _: self._stop())

    def accept(self) -> None:
        """Say which lanes were chosen, unless what was entered cannot be used."""
        try:
            specs = self.specs()
        except ArgumentError as error:
            self._summary.setText(localized(str(error)))
            return
        self.lanes_chosen.emit(specs)
        super().accept()

    def specs(self) -> list[LaneSpec]:
        """A lane per chosen model, and one more for each further variant.

        Raises:
            ArgumentError: the device is none.
        """
        variant = self.options.variant()
        specs: list[LaneSpec] = []
        for model, task in self._models():
            taken = (*self._taken, *(spec.name for spec in specs))
            name = lane_name(self._called(model), variant, taken)
            lane = self.options.lane(name, model, task)
            specs += [lane, *self.options.siblings(lane, (*taken, name))]
        return specs

    def _models(self) -> list[tuple[str, str]]:
        """Source and task of each."""
        return [*self.items.chosen().items(), *self.other.choice()]

    def _called(self, model: str) -> str:
        """What a lane is named after: the source, or ladder and rung of a model of the hub."""
        entry = self.items.chosen_entry(model)
        is_rung = entry is not None and entry.ladder and model.startswith("hf:")
        return f"{entry.ladder}-{entry.rung}" if entry is not None and is_rung else model

    def _params(self) -> dict[str, int]:
        entries = [self.items.chosen_entry(model) for model, _ in self._models()]
        return {entry.source: entry.params for entry in entries if entry is not None and entry.params is not None}

    def _stop(self) -> None:
        self._loading.cancel()
        self.other.stop()
        self.chooser.stop()
        self.plan.stop()

    def _on_failed(self, error: Exception) -> None:
        self.chooser.show_failure(localized(str(error)))

    def _show_choice(self) -> None:
        models = self._models()
        self._summary.setText(self._words(models))
        self._summary.setAlignment(Qt.AlignmentFlag.AlignLeft)
        try:
            self.plan.plan(self.specs(), self._params())
        except ArgumentError:
            self.plan.plan((), {})
        self._allow_adding()

    def _allow_adding(self) -> None:
        self.add.setEnabled(bool(self._models()) and not self.other.trouble() and not self.plan.refusal)

    def _words(self, models: Sequence[tuple[str, str]]) -> str:
        if trouble := self.other.trouble():
            return trouble
        if not models:
            return self.tr("Choose one or more models; each becomes a lane.")
        names = ", ".join(f"{self._called(model).split(':')[-1]} ({title_of(task)})" for model, task in models)
        words = self.tr("Chosen: {names}.").format(names=names)
        if self.other.choice() and not self.other.is_known:
            words += " " + self.tr("What the last one can do is not known on this machine: choose its task.")
        return words


def _fitting(parent: QWidget) -> QSize:
    """A size at which many lines are seen in a large window, and nothing is cut off in a small one."""
    width, height = round(parent.width() * 0.45), round(parent.height() * 0.75)
    return QSize(min(max(width, 780), 1000), min(max(height, 680), 1000))


def _summary_line() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _known_models() -> list[CatalogEntry]:
    return entries_with_ladders(catalog(resource_path()), read_catalogue())
