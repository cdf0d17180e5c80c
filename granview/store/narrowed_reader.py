"""A session seen through some of its samples: every report of it is then of these alone."""

from collections.abc import Mapping, Set

import numpy as np
from numpy.typing import NDArray

from granview.core.mark import UnitMark
from granview.core.sample import Sample
from granview.store.reader import SessionReader
from granview.store.rows import ResultRow
from granview.store.unit_scan import UnitKey


class NarrowedReader(SessionReader):
    """Reads the same file, and leaves out all samples but some, with their results.

    Args:
        session: The whole session.
        names: The samples that are left.
        units: By sample and lane, which units are left, (n,) bool; all those of results that are not in it.
        is_by_outcome: Whether they were chosen by what lanes make of them, so that no test says anything of others.
    """

    def __init__(
        self,
        session: SessionReader,
        names: Set[str],
        units: Mapping[tuple[str, str], NDArray[np.bool_]] | None = None,
        *,
        is_by_outcome: bool = False,
    ) -> None:
        super().__init__(session._database)
        self._damage_log = session.damage
        self._narrowed_to = names
        self._units = units or {}
        self._is_by_outcome = is_by_outcome or session.is_by_outcome

    @property
    def is_by_outcome(self) -> bool:
        """Whether the samples were chosen by what lanes make of them."""
        return self._is_by_outcome

    def samples(self) -> list[Sample]:
        """The samples that are left."""
        return [sample for sample in super().samples() if sample.name in self._narrowed_to]

    def results(self, lane: str | None = None, sample: str | None = None) -> list[ResultRow]:
        """Their results."""
        return [row for row in super().results(lane, sample) if row.sample in self._narrowed_to]

    def left_units(self, sample: str, lane: str) -> NDArray[np.bool_] | None:
        """Which units of a result are left, (n,) bool; None: all."""
        return self._units.get((sample, lane))

    def marks(self) -> list[UnitMark]:
        """What is marked in them."""
        return [mark for mark in super().marks() if mark.of.sample in self._narrowed_to]

    def unit_keys(self) -> list[UnitKey]:
        """Which of their results have units."""
        return [key for key in super().unit_keys() if key.sample in self._narrowed_to]
