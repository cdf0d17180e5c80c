"""Which task the tables and plots are about: lanes of different tasks have no metric in common."""

from PySide6.QtCore import QObject, Signal

from granview.core.errors import GranViewError
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.tasks.base import TASKS, Task


class TaskInView(QObject):
    """The task of the lanes that the shown sample is for, and among several the one that the user chose."""

    changed = Signal()
    """Another task is in view, or others can be chosen."""

    def __init__(self, model: ComparisonModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._current: Task | None = None
        self._choices: tuple[Task, ...] = ()
        model.samples.current_changed.connect(self._on_sample_changed)
        model.lanes.changed.connect(self._on_lanes_changed)
        model.loaded.connect(self._on_sample_changed)
        self._on_sample_changed()

    @property
    def current(self) -> Task | None:
        """The task in view; None without lanes."""
        return self._current

    @property
    def choices(self) -> tuple[Task, ...]:
        """The tasks of the lanes that take samples of the kind that is shown, in the order of the lanes."""
        return self._choices

    def choose(self, name: str) -> None:
        """Look at the task of that name, one of ``choices``, until a sample is shown that is not for its lanes."""
        chosen = next((task for task in self._choices if task.name == name), self._current)
        self._set(chosen, self._choices)

    def _on_sample_changed(self) -> None:
        choices, fitting = self._choices_now(), self._fitting()
        kept = self._current if self._current in (fitting or choices) else None
        self._set(kept or next(iter(fitting or choices), None), choices)

    def _on_lanes_changed(self) -> None:
        choices = self._choices_now()
        kept = self._current if self._current in choices else None
        self._set(kept or next(iter(self._fitting() or choices), None), choices)

    def _fitting(self) -> tuple[Task, ...]:
        sample = self._model.samples.current
        return () if sample is None else _tasks(self._model.lanes_of(sample))

    def _choices_now(self) -> tuple[Task, ...]:
        sample, lanes = self._model.samples.current, self._model.lanes.all()
        takers = [lane for lane in lanes if sample is None or lane.runs(sample.kind)]
        return _tasks(takers or lanes)

    def _set(self, current: Task | None, choices: tuple[Task, ...]) -> None:
        if (current, choices) != (self._current, self._choices):
            self._current, self._choices = current, choices
            self.changed.emit()


def _tasks(lanes: "list[Lane] | tuple[Lane, ...]") -> tuple[Task, ...]:
    """The known tasks of lanes, each once."""
    found: dict[str, Task] = {}
    for lane in lanes:
        try:
            found.setdefault(lane.spec.task, TASKS.get(lane.spec.task))
        except GranViewError:
            continue
    return tuple(found.values())
