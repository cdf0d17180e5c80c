"""The writing half of a session: what the user changes, and what the engine reports; each in one transaction."""

import contextlib
import sqlite3
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from granview.core.events import Event
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PackedExplanation
from granview.core.lane import LaneSpec
from granview.core.mark import UnitId, UnitMark
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.store import asides, edits, recorder
from granview.store.database import Database
from granview.store.marks import delete_marks, put_marks
from granview.store.reader import SessionReader


class SessionEditor(SessionReader):
    """Changes one session file; safe to use from several threads, whose changes follow each other."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._run_id: int | None = None
        self._has_asides = False

    @property
    def _is_as_saved(self) -> bool:
        """Whether it is a document that nobody has changed."""
        return False

    @abstractmethod
    def _writing(self, counts: bool = True) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        """The writer, in a transaction of its own.

        Args:
            counts: Whether it is a change that a document would be saved with.
        """

    def add_samples(self, samples: Sequence[Sample]) -> None:
        """Add samples, all or none.

        Raises:
            ArgumentError: a name is taken by another file.
        """
        with self._writing() as connection:
            edits.insert_samples(connection, samples)

    def remove_samples(self, names: Iterable[str]) -> None:
        """Remove samples and their results; names that are not there are ignored."""
        with self._writing() as connection:
            edits.delete_samples(connection, names)

    def set_aside_samples(self, names: Iterable[str]) -> int:
        """Remove samples so that ``bring_back`` can undo it, until the session is closed. Returns the aside's id."""
        with self._writing() as connection:
            self._has_asides = True
            return asides.set_aside_samples(connection, names)

    def set_aside_lanes(self, names: Iterable[str]) -> int:
        """Remove lanes so that ``bring_back`` can undo it, until the session is closed. Returns the aside's id."""
        with self._writing() as connection:
            self._has_asides = True
            return asides.set_aside_lanes(connection, names)

    def bring_back(self, aside: int) -> list[str]:
        """Let samples or lanes that were set aside be there again, with all results; returns their names.

        Raises:
            ArgumentError: a name was taken meanwhile.
        """
        with self._writing() as connection:
            return asides.bring_back(connection, aside)

    def exchange_references(self, references: Mapping[str, Sequence[Reference]]) -> int:
        """Give samples other references; those that they had are set aside with their scores. Returns the aside's id.

        Raises:
            ArgumentError: there is no such sample.
        """
        with self._writing() as connection:
            self._has_asides = True
            return asides.exchange_references(connection, references)

    def bring_back_references(self, exchanged: Sequence[int]) -> list[int]:
        """Exchange references again for those that were set aside, the last first, all or none.

        Returns:
            The ids of the asides of the others, in the order in which they are to be exchanged again.
        """
        with self._writing() as connection:
            self._has_asides = True
            return [asides.bring_back_references(connection, aside) for aside in reversed(exchanged)]

    def drop_asides(self, dropped: Iterable[int]) -> None:
        """Remove for good what was set aside under these ids."""
        with self._writing(counts=False) as connection:
            asides.drop_asides(connection, dropped)

    def set_reference(self, name: str, reference: Reference | None, more: tuple[Reference, ...] = ()) -> None:
        """Give a sample other references, or none: its first, and those of other types beside it.

        Its scores against the old ones are removed.

        Raises:
            ArgumentError: there is no such sample.
        """
        with self._writing() as connection:
            edits.update_reference(connection, name, reference, more)

    def set_prompts(self, name: str, prompts: tuple[ObjectPrompt, ...]) -> None:
        """Set what models that are prompted are asked to outline in a sample.

        What they have said stays until they were asked again.

        Raises:
            ArgumentError: there is no such sample.
        """
        with self._writing() as connection:
            edits.update_prompts(connection, name, prompts)

    def add_lane(self, spec: LaneSpec) -> None:
        """Add a lane.

        Raises:
            ArgumentError: there is a lane of that name already.
        """
        with self._writing() as connection:
            edits.insert_lane(connection, spec)

    def remove_lane(self, name: str) -> None:
        """Remove a lane and its results; a name that is not there is ignored."""
        with self._writing() as connection:
            connection.execute("DELETE FROM lanes WHERE name = ?", (name,))

    def start_run(self, seeds: Mapping[str, int] | None = None) -> int:
        """Begin a run: its results replace those of earlier runs, whatever the request ids. Returns the run's id.

        Whoever starts a new engine on a session that was run before calls this first, since each engine counts its
        requests from the start. ``record`` begins a run by itself where none was begun since the session was opened.
        """
        with self._writing() as connection:
            self._run_id = edits.insert_run(connection, self.params(), dict(seeds or {}))
            return self._run_id

    def record(self, events: Sequence[Event]) -> None:
        """Write what the engine reports, in one transaction that is on the disk when this returns.

        Raises:
            SessionError: the file cannot be written.
        """
        with self._writing() as connection:
            run_id = self._run_id or self.start_run()
            recorder.write_events(connection, run_id, events)

    def keep_explanation(self, sample: str, lane: str, query: ExplainQuery, packed: PackedExplanation) -> None:
        """Keep what a lane answered to a question about a sample."""
        with self._writing() as connection:
            edits.put_explanation(connection, sample, lane, query, packed)

    def put_marks(self, marks: Sequence[UnitMark]) -> None:
        """Keep marks on units and samples, each in the place of an earlier one on the same thing.

        Raises:
            ArgumentError: a note is too long.
        """
        with self._writing() as connection:
            put_marks(connection, marks)

    def remove_marks(self, marked: Sequence[UnitId]) -> None:
        """Remove the marks on some things; those that have none are ignored."""
        with self._writing() as connection:
            delete_marks(connection, marked)

    def set_params(self, params: RunParams) -> None:
        """Change what to compute from the next run on."""
        with self._writing() as connection:
            edits.put_fact(connection, "params", msgspec.json.encode(params).decode())

    def set_view(self, key: str, value: object, *, passing: bool = False) -> None:
        """Keep something for a view, of a type that msgspec writes as JSON; results do not depend on it.

        Args:
            key: Its key.
            value: What is kept.
            passing: It is no change that anybody would save, such as where one is: a document that is as it was saved
                is left so, and nothing is kept.
        """
        if passing and self._is_as_saved:
            return
        with self._writing(counts=not passing) as connection:
            connection.execute("INSERT OR REPLACE INTO views VALUES (?, ?)", (key, msgspec.json.encode(value)))
