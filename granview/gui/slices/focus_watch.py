"""Counts what the focus leaves, off the window's thread, and has the inputs list its samples alone."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from granview.core.slices import EVERYTHING, Slice
from granview.gui.background.connections import connect_while
from granview.gui.model.sample_list import SampleLimit
from granview.gui.services import Services
from granview.gui.session.live_query import LiveQuery
from granview.report.focused import read_focused
from granview.store.reader import SessionReader

_DELAY_MS = 60


@dataclass(frozen=True)
class FocusCounts:
    """What is left of the units of the task in view.

    Attributes:
        wanted: The slice that was asked for.
        n_units: Units that meet it.
        of_units: All units.
        samples: Samples that have at least one of them.
        of_samples: Samples that have units.
        unknown: Columns that these units have not, so that nothing was asked of them.
    """

    wanted: Slice = EVERYTHING
    n_units: int = 0
    of_units: int = 0
    samples: frozenset[str] = frozenset()
    of_samples: int = 0
    unknown: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        """Whether anything was asked, of anything."""
        return self.of_units > 0 and len(self.unknown) < len(self.wanted.conditions)


def read_counts(session: SessionReader, task: str | None, wanted: Slice) -> FocusCounts:
    """What a slice leaves of the units of a task."""
    if task is None or not wanted.conditions:
        return FocusCounts(wanted, unknown=tuple(each.column for each in wanted.conditions))
    compared = read_focused(session, task, wanted)
    return FocusCounts(
        wanted, len(compared.units), compared.n_units, compared.samples, compared.n_samples, compared.unknown
    )


class FocusWatch(QObject):
    """Follows focus, results and the task in view."""

    changed = Signal()
    """There are other counts."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._feed: LiveQuery[FocusCounts] = LiveQuery(services.document, self, _DELAY_MS)
        self._feed.ready.connect(self._on_counts)
        self._feed.failed.connect(services.event_log.write_error)
        self.counts = FocusCounts()
        self._own: SampleLimit | None = None
        services.focus.slice_changed.connect(self._on_asked)
        services.tasks.changed.connect(self._on_asked)
        connect_while(self, services.model.rows_changed, lambda _: self._feed.invalidate())
        services.marks.written.connect(self._feed.invalidate)
        services.model.loaded.connect(self._feed.restart)

    def _on_asked(self) -> None:
        wanted, task = self._services.focus.slice, self._services.tasks.current
        self._feed.ask(partial(read_counts, task=None if task is None else task.name, wanted=wanted))
        self._feed.set_active(bool(wanted.conditions))
        if not wanted.conditions:
            self._on_counts(FocusCounts())

    def _on_counts(self, counts: FocusCounts) -> None:
        if counts.wanted != self._services.focus.slice:
            return
        self.counts = counts
        self._limit_samples(counts)
        self.changed.emit()

    def _limit_samples(self, counts: FocusCounts) -> None:
        """List the samples of the focus alone; a limit that something else has set since stays."""
        samples = self._services.model.samples
        words = self.tr("{n} of {all} samples have units in focus: metrics are of these")
        words = words.format(n=len(counts.samples), all=counts.of_samples)
        limit = SampleLimit(counts.samples, words) if counts.narrows else None
        if limit is not None or samples.limit is self._own:
            self._own = limit
            samples.set_limit(limit)
