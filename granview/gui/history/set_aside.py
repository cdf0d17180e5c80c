"""Samples and lanes that are removed, or were added: they are set aside in the session, and come back from there."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial

from granview.core.errors import GranViewError
from granview.gui.history.history import Deed, Done, Failed, Words
from granview.gui.history.view_choices import ViewChoices
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Snapshot
from granview.gui.session.document import Document
from granview.gui.session.runner import Runner
from granview.gui.session.session_marks import SessionMarks
from granview.gui.session.snapshot import read_snapshot
from granview.store.session import Session


class SetAside(Deed):
    """Removing things by name; they stay in the session's file, with all results, until nobody can want them back."""

    def __init__(self, words: Words, names: Sequence[str], model: ComparisonModel, document: Document) -> None:
        super().__init__(words)
        self.names = tuple(names)
        self._model = model
        self._document = document
        self._aside: int | None = None

    def redo(self, done: Done, failed: Failed) -> None:
        """Remove them."""
        self._hide()

        def removed(aside: int) -> None:
            self._aside = aside
            done()

        def kept(error: GranViewError) -> None:
            self._read_again(lambda: failed(error))

        self._document.write(self._set_aside, removed, kept)

    def undo(self, done: Done, failed: Failed) -> None:
        """Let them be there again; refused where a name was taken meanwhile."""
        aside = self._aside
        if aside is None:
            done()
            return

        def back(snapshot: Snapshot) -> None:
            self._aside = None
            self._show(snapshot)
            if self._model.lanes.is_running:  # what arrived between reading and showing
                self._document.read(read_snapshot, self._model.refresh)
            done()

        self._document.write(partial(_brought_back, aside=aside), back, failed)

    def forget(self) -> None:
        """Drop what is set aside for good."""
        if self._aside is not None:
            dropped, self._aside = [self._aside], None
            self._document.write(lambda session: session.drop_asides(dropped))

    def _read_again(self, then: Done) -> None:
        """Show what the session still holds, since it could not be set aside."""

        def show(snapshot: Snapshot) -> None:
            self._show(snapshot)
            then()

        self._document.read(read_snapshot, show, lambda _: then())

    @abstractmethod
    def _hide(self) -> None:
        """Take them out of the window."""

    @abstractmethod
    def _set_aside(self, session: Session) -> int:
        """Set them aside; returns the aside's id."""

    @abstractmethod
    def _show(self, snapshot: Snapshot) -> None:
        """Let the window have them again."""


class RemoveSamples(SetAside):
    """Samples go, with their results and marks."""

    def __init__(
        self, words: Words, names: Sequence[str], model: ComparisonModel, document: Document, marks: SessionMarks
    ) -> None:
        super().__init__(words, names, model, document)
        self._marks = marks

    def _hide(self) -> None:
        current = self._model.samples.current
        self._was_shown = None if current is None or current.name not in self.names else current.name
        self._model.remove_samples(self.names)

    def _set_aside(self, session: Session) -> int:
        return session.set_aside_samples(self.names)

    def _show(self, snapshot: Snapshot) -> None:
        self._model.restore_samples(self.names, snapshot)
        self._marks.load()
        if self._was_shown is not None:
            self._model.samples.select(self._was_shown)


class RemoveLanes(SetAside):
    """Lanes go, with their processes and results; they come back without a process, which the next run starts."""

    def __init__(
        self,
        words: Words,
        names: Sequence[str],
        model: ComparisonModel,
        document: Document,
        runner: Runner,
        choices: ViewChoices,
    ) -> None:
        super().__init__(words, names, model, document)
        self._runner = runner
        self._choices = choices

    def _hide(self) -> None:
        known = {lane.name: lane for lane in self._model.lanes.all()}
        self._places = {name: known[name].place for name in self.names if name in known}
        self._order = self._model.lanes.names()
        self._pinned = self._choices.pinned
        for name in self.names:
            self._runner.end_lane(name)

    def _set_aside(self, session: Session) -> int:
        return session.set_aside_lanes(self.names)

    def _show(self, snapshot: Snapshot) -> None:
        self._model.restore_lanes(self._places, self._order, snapshot)
        if self._pinned in self.names:
            self._choices.pin_again(self._pinned)


class Backwards(Deed):
    """Adding what removing takes away: undone by doing that, and done again by undoing it."""

    def __init__(self, words: Words, removal: SetAside) -> None:
        super().__init__(words)
        self._removal = removal

    def undo(self, done: Done, failed: Failed) -> None:
        """Remove what was added."""
        self._removal.redo(done, failed)

    def redo(self, done: Done, failed: Failed) -> None:
        """Let it be there again."""
        self._removal.undo(done, failed)

    def forget(self) -> None:
        """Drop what is set aside for good."""
        self._removal.forget()


def _brought_back(session: Session, aside: int) -> Snapshot:
    session.bring_back(aside)
    return read_snapshot(session)
