"""Data that was dropped, looked at off the window's thread before it is loaded, piece by piece."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from granview.core.mask_context import MaskContext
from granview.gui.background.jobs import Failed, Jobs
from granview.gui.session.data_set_memory import DataSetMemory, KeptChoice
from granview.io.data_set_walk import KnownDataSets, data_sets_in, with_data_sets_of_files

if TYPE_CHECKING:
    from granview.io.data_set import DataSet, DataSetChoice
    from granview.io.data_survey import DataSurvey
    from granview.io.search_events import Problem, SearchProgress


@dataclass(frozen=True)
class Recognised:
    """What was dropped, at a first look.

    Attributes:
        paths: What is to be searched: what was dropped, or the folder of a data set in the place of its file.
        asks: Whether the user is shown what was understood before it is loaded.
        known: The data sets.
        kept: By folder, what was chosen of the data sets last time.
    """

    paths: tuple[Path, ...]
    asks: bool
    known: KnownDataSets
    kept: dict[Path, KeptChoice] = field(default_factory=dict)


class DataSurveyor(QObject):
    """Looks at one drop at a time.

    Args:
        memory: What was chosen of data sets before.
        on_error: Told of what goes wrong.
        parent: Its owner.
    """

    arrived = Signal(object)
    """A ``DataSurvey``, a ``SearchProgress``, or a ``Problem``."""
    finished = Signal()
    """Nothing more comes."""

    _came = Signal(object, object)

    def __init__(self, memory: DataSetMemory, on_error: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._on_error = on_error
        self._jobs = Jobs(2, "data-survey", on_error, self)
        self._stop = Event()
        self._running = 0
        self._n_classes: frozenset[int] = frozenset()
        self._came.connect(self._on_came)

    def recognise(
        self, paths: Sequence[Path], context: MaskContext, done: Callable[[Recognised], None], failed: Failed
    ) -> None:
        """Find out whether there is anything to ask about what was dropped; what was stopped is told to nobody.

        Args:
            paths: What was dropped.
            context: What is settled about masks; what is looked at from now on is understood with it.
            done: Called with what was recognised.
            failed: Called with what went wrong.
        """
        stop = self._begin_anew()
        self._n_classes = context.n_classes
        self._jobs.start(
            lambda: recognised(paths, self._memory, context, lambda: not stop.is_set()),
            lambda seen: None if stop.is_set() else done(seen),
            lambda error: None if stop.is_set() else failed(error),
        )

    def survey(self, paths: Sequence[Path], seen: Recognised) -> None:
        """Begin to look at everything; see ``arrived``."""
        from granview.io.data_set import DataSetChoices
        from granview.io.data_survey import survey_data

        choices = DataSetChoices(own={root: each.choice for root, each in seen.kept.items()})
        known, n_classes = seen.known, self._n_classes
        self._run(lambda stop: survey_data(paths, choices, lambda: not stop.is_set(), known, n_classes), self._stop)

    def survey_again(self, data_set: "DataSet", choice: "DataSetChoice") -> None:
        """Look at one data set with another choice."""
        from granview.io.data_survey import survey_data_set

        n_classes = self._n_classes
        self._run(lambda stop: survey_data_set(data_set, choice, lambda: not stop.is_set(), n_classes), self._stop)

    def keep(self, chosen: Mapping[Path, KeptChoice]) -> None:
        """Remember what was chosen."""
        self._jobs.start(lambda: self._memory.keep(chosen))

    def forget(self, root: Path) -> None:
        """Remember nothing of a data set."""
        self._jobs.start(lambda: self._memory.forget(root))

    def stop(self) -> None:
        """Look no further; nothing more is told."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and wait for the threads."""
        self._stop.set()
        self._jobs.close()

    def _begin_anew(self) -> Event:
        self._stop.set()
        self._stop, self._running = Event(), 0
        return self._stop

    def _run(self, events: "Callable[[Event], Iterator[DataSurvey | SearchProgress | Problem]]", stop: Event) -> None:
        self._running += 1

        def work() -> None:
            for event in events(stop):
                if stop.is_set():
                    return
                self._came.emit(stop, event)

        self._jobs.start(work, lambda _: self._on_done(stop), lambda error: self._on_failed(stop, error))

    @Slot(object, object)
    def _on_came(self, stop: Event, event: object) -> None:
        if not stop.is_set():
            self.arrived.emit(event)

    def _on_done(self, stop: Event) -> None:
        if stop.is_set():
            return
        self._running -= 1
        if not self._running:
            self.finished.emit()

    def _on_failed(self, stop: Event, error: Exception) -> None:
        if not stop.is_set():
            self._on_error(error)  # type: ignore[arg-type]
        self._on_done(stop)


def recognised(
    paths: Sequence[Path], memory: DataSetMemory, context: MaskContext, wanted: Callable[[], bool]
) -> Recognised:
    """Whether something of what was dropped is laid out as a data set, or its references or masks are in doubt."""
    from granview.io.drop_doubt import has_doubt
    from granview.io.regular_files import is_folder

    searched = with_data_sets_of_files(paths)
    known = data_sets_in(searched, wanted=wanted)
    roots = [each.root for each in known.data_sets] or [path.absolute() for path in paths[:1]]
    kept = {root: found for root in roots if (found := memory.of(root)) is not None}
    folders = [path for path in paths if is_folder(path)]
    asks = bool(known.data_sets or known.problems) or has_doubt(folders, context, wanted)
    return Recognised(searched, asks, known, kept)
