"""What the user does to the comparison so that it can be undone: the one door for commands, panels and dialogs."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import QObject, Signal

from granview.core.errors import GranViewError
from granview.core.mark import UnitId, UnitMark
from granview.core.run_params import RunParams
from granview.gui.history.call_deed import CallDeed
from granview.gui.history.change_mark import ChangeMark
from granview.gui.history.change_params import ChangeParams
from granview.gui.history.change_references import ChangeReferences
from granview.gui.history.history import History, Words
from granview.gui.history.move_lane import MoveLanes
from granview.gui.history.set_aside import Backwards, RemoveLanes, RemoveSamples
from granview.gui.history.view_choices import ViewChoices
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.event_log import EventLog
from granview.gui.model.view_state import ViewState
from granview.gui.session.document import Document
from granview.gui.session.runner import Runner
from granview.gui.session.sample_importer import SampleImporter
from granview.gui.session.session_marks import SessionMarks

Layout = Mapping[str, bytes | None]
"""How panels stand, as whoever arranges them keeps it."""


class Deeds(QObject):
    """Does and undoes. Nothing is done to a session that is open for reading only.

    Args:
        model: Samples, lanes and results.
        view: What is pinned and hidden.
        document: The open session.
        runner: Ends lanes.
        importer: Adds samples and references.
        marks: What is marked.
        event_log: Told why something cannot be undone.
        parent: Its owner.
    """

    changed = Signal()
    """Something else can be undone or done again."""

    def __init__(
        self,
        model: ComparisonModel,
        view: ViewState,
        document: Document,
        runner: Runner,
        importer: SampleImporter,
        marks: SessionMarks,
        event_log: EventLog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._runner = runner
        self._marks = marks
        self.history = History(lambda: model.lanes.is_running, event_log.write_error, self._stop_first)
        self.history.listen(self.changed.emit)
        self._take_up: Callable[[Layout], None] = lambda _: None
        self._view_choices = ViewChoices(view, self.history, self)
        document.replaced.connect(self.history.clear)
        document.renamed.connect(self.history.clear)  # what was set aside stays behind
        model.loaded.connect(self._view_choices.begin)
        marks.edited.connect(self._on_marked)
        importer.samples_added.connect(self._on_samples_added)
        importer.references_exchanged.connect(self._on_references_exchanged)

    def remove_samples(self, names: Sequence[str]) -> None:
        """Remove samples, with their results."""
        known = [name for name in names if name in self._model.samples]
        if known and not self._document.is_read_only:
            words = self._counted(known, lambda: self.tr("remove sample {name}"), lambda: self.tr("remove {n} samples"))
            self.history.do(self._removed_samples(words, known))

    def remove_lanes(self, names: Sequence[str]) -> None:
        """Remove lanes, with their processes and results."""
        known = [name for name in names if name in self._model.lanes]
        if known and not self._document.is_read_only:
            words = self._counted(known, lambda: self.tr("remove lane {name}"), lambda: self.tr("remove {n} lanes"))
            self.history.do(RemoveLanes(words, known, self._model, self._document, self._runner, self._view_choices))

    def note_added_lanes(self, names: Sequence[str]) -> None:
        """Lanes were added by the user."""
        if names:
            words = self._counted(names, lambda: self.tr("add lane {name}"), lambda: self.tr("add {n} lanes"))
            removal = RemoveLanes(words, names, self._model, self._document, self._runner, self._view_choices)
            self.history.note(Backwards(words, removal))

    def move_lane(self, name: str, by: int) -> None:
        """Move a lane to the right by some places, or to the left when negative."""
        names = list(self._model.lanes.names())
        place = names.index(name)
        names.insert(min(max(place + by, 0), len(names) - 1), names.pop(place))
        if tuple(names) != self._model.lanes.names():
            self.history.do(
                MoveLanes(
                    lambda: self.tr("move lane {name}").format(name=name), tuple(names), self._model, self._document
                )
            )

    def change_params(self, params: RunParams, words: Words) -> None:
        """Compute something else from the next run on.

        Args:
            params: What is computed.
            words: What the user changed, as it stands behind *Undo*.
        """
        if params != self._model.params and not self._document.is_read_only:
            self.history.do(ChangeParams(words, params, self._model, self._document))

    def note(self, words: Words, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        """Something was done that two functions undo and do again at once, such as another layout.

        Args:
            words: What it is, as it stands behind *Undo*: "reset the layout".
            undo: Takes it back.
            redo: Does it again.
        """
        if not self.history.is_replaying:
            self.history.note(CallDeed(words, undo, redo))

    def follow_layout(self, take_up: Callable[[Layout], None]) -> None:
        """Layouts are restored by this from now on: the window has been made anew."""
        self._take_up = take_up

    def note_layout(self, words: Words, before: Layout, after: Layout) -> None:
        """The panels were arranged in another way.

        Args:
            words: What it is, as it stands behind *Undo*.
            before: How they stood.
            after: How they stand.
        """
        self.note(words, lambda: self._take_up(before), lambda: self._take_up(after))

    def undo_references(self) -> bool:
        """Undo that samples were given other references; False where another deed came after it."""
        if not isinstance(self.history.last, ChangeReferences):
            return False
        self.history.undo()
        return True

    def _removed_samples(self, words: Words, names: Sequence[str]) -> RemoveSamples:
        return RemoveSamples(words, names, self._model, self._document, self._marks)

    def _on_samples_added(self, names: Sequence[str]) -> None:
        words = self._counted(names, lambda: self.tr("add sample {name}"), lambda: self.tr("add {n} samples"))
        self.history.note(Backwards(words, self._removed_samples(words, names)))

    def _on_references_exchanged(self, asides: Sequence[int]) -> None:
        def words() -> str:
            return self.tr("references of {n} samples").format(n=f"{len(asides):,}")

        self.history.note(ChangeReferences(words, asides, self._model, self._document))

    def _on_marked(self, what: UnitId, before: UnitMark | None, after: UnitMark | None) -> None:
        if self.history.is_replaying:
            return

        def words() -> str:
            return self._mark_words(before, after).format(name=what.sample)

        self.history.note(ChangeMark(words, what, before, after, self._marks))

    def _mark_words(self, before: UnitMark | None, after: UnitMark | None) -> str:
        if after is None:
            return self.tr("remove mark on {name}")
        if before is None:
            return self.tr("mark {name}")
        only_note = msgspec.structs.replace(before, note=after.note) == after
        return self.tr("note on {name}") if only_note else self.tr("another mark on {name}")

    @staticmethod
    def _counted(names: Sequence[str], one: Words, many: Words) -> Words:
        if len(names) == 1:
            return lambda: one().format(name=names[0])
        return lambda: many().format(n=f"{len(names):,}")

    def _stop_first(self) -> GranViewError:
        return GranViewError(
            self.tr("This cannot be undone while lanes run: their results rest on it."), self.tr("Stop them first.")
        )
