"""What a comparison found, in the forms in which Python users want it."""

import datetime
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

import msgspec

from granview.api.slice_of_comparison import SliceOfComparison
from granview.api.verdict import Verdict, verdict_in
from granview.core.errors import ArgumentError
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.core.prediction import Prediction
from granview.core.slices import Slice
from granview.export.comparison_pages import ComparisonPages
from granview.export.output_files import Exported, write_outputs
from granview.export.overlay import OPACITY
from granview.export.report.source import ReportOptions
from granview.export.report.write_report import write_report
from granview.io.catalogue_file import read_catalogue
from granview.io.search_events import Problem
from granview.report.column_descriptions import descriptions_of
from granview.report.cost_rows import COLUMNS as COST_COLUMNS
from granview.report.cost_rows import cost_rows
from granview.report.differences import COLUMNS as DIFFERENCE_COLUMNS
from granview.report.differences import compared_metrics, difference_rows
from granview.report.explanations import explanation_columns, explanation_rows
from granview.report.grain_rows import COLUMNS as GRAIN_COLUMNS
from granview.report.grain_rows import grain_rows
from granview.report.lane_costs import HourlyPrices, read_prices
from granview.report.margins import NO_MARGINS, Margins
from granview.report.marks import COLUMNS as MARK_COLUMNS
from granview.report.marks import mark_rows
from granview.report.report_table import frame_of
from granview.report.results import result_columns, rows_of
from granview.report.saved_slices import read_slice
from granview.report.session_contents import SessionContents
from granview.report.session_table import TableRequest, tables_called
from granview.report.summary import rows_of as summary_rows_of
from granview.report.summary import summary_columns
from granview.report.units import unit_frame
from granview.report.variant_flips import COLUMNS as FLIP_COLUMNS
from granview.report.variant_rows import COLUMNS as VARIANT_COLUMNS
from granview.report.variant_rows import variant_rows
from granview.report.variants import flips_of
from granview.report.verdict.session_verdicts import read_margins
from granview.store.session import Session

if TYPE_CHECKING:
    import polars


class Comparison:
    """Lanes over samples, on disk in a session. Close it, or use it as a context manager, when it is done with.

    Attributes:
        session: The session; everything below is read from it.
        problems: Inputs and references that could not be used, in words.
        unexplained: (sample, lane, why) of the questions that could not be answered.
        exported: What was written into ``out``, and what could not be; None where nothing was to be.
    """

    def __init__(
        self,
        session: Session,
        problems: Sequence[Problem] = (),
        on_close: Callable[[], None] | None = None,
        unexplained: Sequence[tuple[str, str, str]] = (),
        exported: Exported | None = None,
    ) -> None:
        self.session = session
        self.problems = tuple(problems)
        self.unexplained = tuple(unexplained)
        self.exported = exported
        self._on_close = on_close

    @property
    def samples(self) -> tuple[str, ...]:
        """Names of the samples, in order, as results and tables have them."""
        return tuple(sample.name for sample in self.session.samples())

    @property
    def paths(self) -> dict[str, str]:
        """The file of each sample; that of a record with its number, from 1, after ``#``; empty for a typed text."""
        found = self.session.samples()
        return {s.name: s.path if s.record is None else f"{s.path}#{s.record + 1}" for s in found}

    @property
    def lanes(self) -> tuple[str, ...]:
        """Names of the lanes, left to right."""
        return tuple(lane.name for lane in self.session.lanes())

    def class_names(self, lane: str) -> tuple[str, ...]:
        """Names of a lane's classes or entity types by their index in its predictions; empty for a lane without.

        Raises:
            ArgumentError: there is no such lane.
        """
        facts = next((known.facts for known in self.session.lanes() if known.name == lane), None)
        self._check("lane", lane, self.lanes)
        return () if facts is None else facts.labels.names

    @property
    def failures(self) -> list[tuple[str, str, str]]:
        """(sample, lane, what happened) of every sample that a lane could not run."""
        rows = self.session.results()
        return [(row.sample, row.lane, f"{row.error} {row.hint}".strip()) for row in rows if row.status == "failed"]

    def results(self) -> "polars.DataFrame":
        """One row per sample and lane; the columns of ``results.csv``. What was not measured is null."""
        contents = SessionContents.read(self.session)
        return frame_of(result_columns(contents), rows_of(contents))

    def summary(self) -> "polars.DataFrame":
        """One row per lane; the columns of ``summary.csv``."""
        contents = SessionContents.read(self.session)
        return frame_of(summary_columns(contents), summary_rows_of(contents))

    def differences(
        self, against: str | None = None, *, margin: float | Mapping[str, float] | None = None
    ) -> "polars.DataFrame":
        """One row per lane and metric: what a lane has over another one, on the samples that both were scored on.

        The columns of ``differences.csv``. ``lane_value`` and ``against_value`` are the metric of each lane over those
        ``n`` samples, which ``difference``, its 95 % interval and the p-value are about; the last two are null below 8
        samples, and where the lanes differ in fewer than 6: ``verdict`` says why. ``p_holm`` is corrected over all
        rows.

        Args:
            against: The lane that the others of its task are compared with; None for the first lane of each task.
            margin: The largest difference that does not count, in the metric's unit: one for every metric, or some by
                name; None for those that the session keeps. ``equivalent`` then is 1 where the lanes
                are shown to differ by less (two one-sided tests).

        Raises:
            ArgumentError: there is no such lane, a margin is not above 0, or there is no metric that it is of.
        """
        contents = SessionContents.read(self.session)
        margins = read_margins(self.session) if margin is None else Margins.of(margin)
        if margin is not None:
            margins.refuse_unknown(name for task in contents.tasks.values() for name in compared_metrics(task))
        return frame_of(DIFFERENCE_COLUMNS, difference_rows(contents, against, margins))

    def variants(self) -> "polars.DataFrame":
        """One row per variant lane and metric: what a variant keeps of its parent's quality, and what it costs by it.

        The columns of ``variants.csv``: the paired difference with its interval, its p-value corrected over the
        variants, the share of the parent's value with MLPerf's marks, costs by the parent's, flips, and where on the
        grain it loses. A lane's parent is the lane of the same model, task and device to which the least is done; lanes
        without one have no row. ``headline`` is 1 for the metric that says most in one number.
        """
        return frame_of(VARIANT_COLUMNS, variant_rows(self.session))

    def flips(self, lane: str) -> "polars.DataFrame":
        """One row per unit that a variant has wrong and its parent had right (``lost``), or the other way (``gained``).

        Where units of the task are neither right nor wrong, those whose score changed by more than 0.1.

        Args:
            lane: A variant.

        Raises:
            ArgumentError: there is no such lane, or it has no parent.
        """
        self._check("lane", lane, self.lanes)
        return frame_of(FLIP_COLUMNS, flips_of(self.session, lane))

    def verdict(
        self,
        language: str = "en",
        *,
        task: str | None = None,
        against: str | None = None,
        margin: float | Mapping[str, float] | None = None,
    ) -> Verdict:
        """What the comparison comes to: which model is enough, where, how surely, at what cost.

        It is made from numbers alone; ``facts`` has all of them, ``str()`` the passage.

        Args:
            language: ``en`` or ``zh``.
            task: Of which task; None for the first one with two lanes.
            against: The lane that every other one is compared with; None for sizes, variants and families.
            margin: The smallest difference that counts, in the metric's unit: of every metric, or by name, such as
                ``{"miou": 0.01, "score": 0.05}``, ``score`` being that of places; 2 % of the best value where it is
                not named.

        Raises:
            ArgumentError: there is no such language, task or lane, no two lanes do one task, or a margin is no number
                above 0.
        """
        margins = NO_MARGINS if margin is None else Margins.of(margin)
        return verdict_in(self.session, language, task, against, margins)

    @property
    def column_descriptions(self) -> dict[str, str]:
        """What the columns of ``results()``, ``summary()`` and ``units()`` are, by name: each metric's convention."""
        return descriptions_of(SessionContents.read(self.session).tasks.values())

    def units(self) -> "polars.DataFrame":
        """One row per unit and lane; the columns of ``units.csv``."""
        return unit_frame(self.session)

    def marks(self) -> "polars.DataFrame":
        """One row per mark that a person has made on a unit or a sample; the columns of ``marks.csv``.

        ``is_current`` is 0 where the unit is not there any more: its sample has another reference by now, or no score.
        """
        return frame_of(MARK_COLUMNS, mark_rows(self.session))

    def slice(self, wanted: str | Slice) -> "SliceOfComparison":
        """The units that meet some conditions, and what the metrics are on them and on their samples.

        Args:
            wanted: Such as ``"class=car, grain<8"`` (see the guide of the command line), the name of a slice that is
                saved in the session, or a ``Slice``.

        Raises:
            ArgumentError: it cannot be read, or asks for a column that no task of the session has.
        """
        return SliceOfComparison(self.session, read_slice(self.session, wanted))

    def grain(
        self, axis: str | None = None, buckets: str | Sequence[float] = "", against: str | None = None
    ) -> "polars.DataFrame":
        """One row per measure of units, bucket and lane; the columns of ``grain.csv``.

        Args:
            axis: A measure, such as ``region`` for the size of regions, ``contrast``, ``class``, or ``data.NAME`` for a
                column of the data; None for all.
            buckets: ``own``, ``quantile``, ``log``, ``coco`` (areas of 32² and 96² px), or edges; empty for each
                measure's own.
            against: The lane that others of its task are compared with; None for the first.

        Raises:
            ArgumentError: there is no such measure, bucketing or lane.
        """
        wanted = buckets if isinstance(buckets, str) else ",".join(f"{edge!r}" for edge in buckets)
        return frame_of(GRAIN_COLUMNS, grain_rows(self.session, axis, wanted, against))

    def cost(self, price_per_hour: float | Mapping[str, float] | None = None) -> "polars.DataFrame":
        """One row per lane, measure of quality and cost; the columns of ``cost.csv``.

        Qualities are all metrics, and the mean score in each bucket of the first measure of grain; costs are median
        latency, memory, parameters, operations, energy, and money. What is not known has no row.

        Args:
            price_per_hour: What an hour of the device costs, or by ``cpu`` and ``cuda``; None: no money.

        Raises:
            ArgumentError: that is no price.
        """
        return frame_of(COST_COLUMNS, cost_rows(self.session, read_catalogue(), _prices(price_per_hour)))

    def prediction(self, sample: str, lane: str) -> Prediction | None:
        """What a lane said about a sample; None where it was not run, or failed.

        Raises:
            ArgumentError: there is no such sample or lane.
        """
        self._check("sample", sample, self.samples)
        self._check("lane", lane, self.lanes)
        return self.session.prediction(sample, lane)

    def explanation(self, sample: str, lane: str, query: ExplainQuery) -> Explanation | None:
        """What a lane answered to a question; None where it was not asked, or could not answer.

        Raises:
            ArgumentError: there is no such sample or lane.
        """
        self._check("sample", sample, self.samples)
        self._check("lane", lane, self.lanes)
        rows = self.session.explanations(sample)
        return next((row.explanation for row in rows if row.lane == lane and _same(row.query, query)), None)

    def explanations(self) -> "polars.DataFrame":
        """One row per question and lane, with the numbers of the answer; the columns of ``explanations.csv``."""
        rows = self.session.explanations()
        return frame_of(explanation_columns(rows), explanation_rows(rows))

    def save_comparison(
        self,
        path: str | os.PathLike[str],
        sample: str,
        *,
        lanes: Iterable[str] | None = None,
        opacity: float = OPACITY,
    ) -> None:
        """Write a sample's page, pictures at native size; PNG, SVG, PDF or, of a text, HTML, by the path's suffix.

        Raises:
            ArgumentError: there is no such sample, lane or format.
            InputError: the sample cannot be read.
            GranViewError: the file cannot be written, or Qt, which draws pages of texts, does not start.
        """
        ComparisonPages(self.session, opacity, lanes).save(sample, Path(path))

    def table(self, name: str) -> "polars.DataFrame":
        """A table by its name, as ``granview export --tables`` knows it, such as ``classes`` or ``confusion``.

        Raises:
            ArgumentError: there is no such table, or the session has nothing for it.
        """
        import polars

        request = TableRequest(self.session, SessionContents.read(self.session))
        (table,) = tables_called(request, [name])
        frames = list(table.frames())
        return polars.concat(frames, how="vertical_relaxed") if frames else frame_of(table.columns, [])

    def report(
        self,
        path: str | os.PathLike[str],
        *,
        language: str = "en",
        title: str = "",
        samples: int = 6,
        against: str = "",
        price_per_hour: float | Mapping[str, float] | None = None,
    ) -> Path:
        """Write one file that a colleague reads without the program; see ``granview report --help``.

        Args:
            path: Where to: ``.html`` or ``.pdf``.
            language: ``en`` or ``zh``.
            title: Its title; empty for one of the lanes' names.
            samples: Examples that are shown of each task, chosen as those that decided it.
            against: The lane that the others of its task are compared with; empty for the first of each task.
            price_per_hour: What an hour of the device costs, or by ``cpu`` and ``cuda``; None: no money.

        Raises:
            ArgumentError: there is no such format, language or lane, or that is no price.
            OutputError: the file cannot be written.
        """
        today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
        options = ReportOptions(language, title, samples, against, today, _prices(price_per_hour))
        write_report(self.session, Path(path), options)
        return Path(path)

    def export(self, folder: str | os.PathLike[str], *, overwrite: bool = False) -> Exported:
        """Write everything that the command line writes: tables, predictions, pages, explanations and the session.

        What a session there has written is replaced once all of it is written.

        Args:
            folder: Where to; made if need be.
            overwrite: Whether files that no session there has written may be replaced too.

        Raises:
            ArgumentError: there are files that may not be replaced.
            OutputError: the folder cannot be made or written; what it holds is as it was.
        """
        return write_outputs(self.session, Path(folder), overwrite=overwrite)

    def _check(self, what: str, name: str, known: Sequence[str]) -> None:
        if name not in known:
            some = ", ".join(known[:_LISTED]) + (", …" if len(known) > _LISTED else "")
            raise ArgumentError(f"There is no {what} '{name}'.", f"There are: {some}." if known else "There is none.")

    def close(self) -> None:
        """Close the session, unless it was the caller's; a temporary one is deleted."""
        on_close, self._on_close = self._on_close, None
        if on_close is not None:
            on_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_LISTED: Final = 10


def _same(asked: ExplainQuery, query: ExplainQuery) -> bool:
    """Whether two queries ask the same, whatever region the answer is measured by."""
    return msgspec.structs.replace(asked, region=query.region) == query


def _prices(price_per_hour: float | Mapping[str, float] | None) -> HourlyPrices:
    """Prices as Python has them."""
    by_device = price_per_hour if isinstance(price_per_hour, Mapping) else {"": price_per_hour}
    return read_prices(
        [f"{device}={price}" if device else str(price) for device, price in by_device.items() if price is not None]
    )
