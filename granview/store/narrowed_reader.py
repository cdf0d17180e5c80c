"""A session seen through some of its samples: every report of it is then of these alone."""

from collections.abc import Set

from granview.core.sample import Sample
from granview.store.reader import SessionReader
from granview.store.rows import ResultRow
from granview.store.unit_scan import UnitKey


class NarrowedReader(SessionReader):
    """Reads the same file, and leaves out all samples but some, with their results.

    Args:
        session: The whole session.
        names: The samples that are left.
    """

    def __init__(self, session: SessionReader, names: Set[str]) -> None:
        super().__init__(session._database)
        self._damage_log = session.damage
        self._narrowed_to = names

    def samples(self) -> list[Sample]:
        """The samples that are left."""
        return [sample for sample in super().samples() if sample.name in self._narrowed_to]

    def results(self, lane: str | None = None, sample: str | None = None) -> list[ResultRow]:
        """Their results."""
        return [row for row in super().results(lane, sample) if row.sample in self._narrowed_to]

    def unit_keys(self) -> list[UnitKey]:
        """Which of their results have units."""
        return [key for key in super().unit_keys() if key.sample in self._narrowed_to]
