"""A slice of a comparison: its units, and what the lanes score on them."""

from typing import TYPE_CHECKING

from granview.core.slices import Slice
from granview.report.slice_frame import slice_frame
from granview.report.slice_rows import COLUMNS, slice_rows
from granview.report.slice_rows import slice_units as _units_of
from granview.store.session import Session

if TYPE_CHECKING:
    import polars


class SliceOfComparison:
    """The units that meet all conditions of a slice; read when asked.

    Attributes:
        wanted: The slice.
    """

    def __init__(self, session: Session, wanted: Slice) -> None:
        self.wanted = wanted
        self._session = session
        _units_of(session, wanted)

    def __str__(self) -> str:
        """Its conditions in words."""
        return str(self.wanted)

    @property
    def samples(self) -> tuple[str, ...]:
        """The samples that have at least one of the units, in order."""
        found = _units_of(self._session, self.wanted)
        names = {units.samples[place] for units in found.values() for place in set(units.sample.tolist())}
        return tuple(sample.name for sample in self._session.samples() if sample.name in names)

    def units(self) -> "polars.DataFrame":
        """One row per unit: task, sample, unit, and every column, each lane's score and verdict among them."""
        return slice_frame(self._session, self.wanted)

    def metrics(self) -> "polars.DataFrame":
        """One row per task, kind of units and lane: mean score with its 95 % interval, and the lead over the first.

        Units of one sample are alike, so whole samples are resampled. Intervals are null where there are too few.
        """
        import polars

        return polars.DataFrame(slice_rows(self._session, self.wanted), schema=list(COLUMNS), infer_schema_length=None)
