"""Which files an export writes, under which names, and what writes each."""

import enum
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError, OutputError, SessionError
from granview.core.labels import LabelSet
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.export import verdict_files
from granview.export.class_file import CLASS_FILE, NO_CLASSES, write_class_file
from granview.export.comparison_pages import ComparisonPages
from granview.export.csv import write_rows
from granview.export.explanation_groups import explanation_groups
from granview.export.explanations import explanation_files
from granview.export.page_request import PageTools
from granview.export.prediction_export import PREDICTION_EXPORTS, Together, write_prediction
from granview.export.safe_names import safe_names
from granview.export.sample_export import SAMPLE_EXPORTS
from granview.export.table_files import write_table
from granview.export.texts.renderer import PageRenderer
from granview.io.output_names import SESSION_NAME
from granview.report.differences import has_pairs
from granview.report.explanations import (
    SIMILARITY_COLUMNS,
    explanation_columns,
    explanation_rows,
    similarity_rows,
)
from granview.report.lane_costs import NO_PRICES, HourlyPrices
from granview.report.margins import NO_MARGINS, Margins
from granview.report.session_contents import SessionContents
from granview.report.session_table import TableRequest, tables_called, usual_tables
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.session_verdicts import session_verdicts
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord

Write = Callable[[], None]


class OutputKind(enum.StrEnum):
    """What can be written."""

    TABLES = "tables"
    PREDICTIONS = "predictions"
    COMPARISON = "comparison"
    EXPLANATIONS = "explanations"
    SESSION = "session"


Jobs = Iterator[tuple[Path, Write]]


@dataclass(frozen=True)
class TableChoice:
    """Which tables are written, and as what.

    Attributes:
        names: Their names, see ``granview.report.session_table``; None for the usual ones and the verdict.
        suffixes: As what each is written: ``.csv``, ``.parquet``.
    """

    names: tuple[str, ...] | None = None
    suffixes: tuple[str, ...] = (".csv",)


USUAL_TABLES: Final = TableChoice()


@dataclass(frozen=True)
class OutputPlan:
    """Which files are to be written, and how each is.

    Attributes:
        target: The folder that they are for.
        folder: The folder that they are written into.
        prices: What an hour of a device costs, for ``cost.csv``.
        buckets: How measures of units are divided in ``grain.csv``; empty for each measure's own way.
    """

    session: SessionReader
    contents: SessionContents
    target: Path
    folder: Path
    page_suffix: str
    samples: Collection[str] | None
    renderer: PageRenderer
    buckets: str = ""
    prices: HourlyPrices = NO_PRICES
    margins: Margins = NO_MARGINS
    tables: TableChoice = USUAL_TABLES

    def jobs(self, part: OutputKind) -> Jobs:
        """The files of a part."""
        makers = {
            OutputKind.TABLES: self._tables,
            OutputKind.PREDICTIONS: self._predictions,
            OutputKind.COMPARISON: self._pages,
            OutputKind.EXPLANATIONS: self._explanations,
            OutputKind.SESSION: self._session_copy,
        }
        return makers[part]()

    def _tables(self) -> Jobs:
        request = TableRequest(self.session, self.contents, self.buckets, self.margins, self.prices)
        names = self.tables.names
        for table in usual_tables(request) if names is None else tables_called(request, names):
            for suffix in self.tables.suffixes:
                path = self.folder / f"{table.name}{suffix}"
                yield path, partial(write_table, path, table)
        if names is None:
            yield from self._verdicts()

    def _verdicts(self) -> Jobs:
        if has_pairs(self.contents):
            path = self.folder / verdict_files.MARKDOWN_NAME
            yield path, partial(self._verdict, verdict_files.write_verdict_markdown, path)
            path = self.folder / verdict_files.JSON_NAME
            yield path, partial(self._verdict, verdict_files.write_verdict_json, path)

    def _verdict(self, write: Callable[[Path, list[VerdictFacts]], None], path: Path) -> None:
        write(path, session_verdicts(self.session))

    def _predictions(self) -> Jobs:
        lanes = safe_names(lane.name for lane in self.contents.lanes)
        names = safe_names(sample.name for sample in self.contents.samples)
        samples = {sample.name: sample for sample in self.contents.samples}
        for lane in self.contents.lanes:
            folder = self.folder / "predictions" / lanes[lane.name]
            types = self.session.prediction_types(lane.name)
            said = [samples[row.sample] for row in self.contents.of_lane(lane.name) if row.status == "ok"]
            for sample in said:
                for suffix, also in _suffixes(types.get(sample.name)):
                    path = folder / f"{names[sample.name]}{suffix}"
                    yield path, partial(_write_prediction, path, self.session, lane, sample, also)
            labels = lane.facts.labels if lane.facts else NO_CLASSES
            if said and len(labels) and CLASS_FILE.stem not in names.values():
                path = folder / CLASS_FILE
                yield path, partial(write_class_file, path, labels)
            for type_name, together in _together(types.values()):
                of_type = [sample for sample in said if types.get(sample.name) == type_name]
                path = folder / together.name
                yield path, partial(_write_together, path, self.session, lane, of_type, together)

    def _pages(self) -> Jobs:
        pages = ComparisonPages(self.session, renderer=self.renderer)
        names = safe_names(sample.name for sample in self.contents.samples)
        kinds = {sample.name: sample.kind for sample in self.contents.samples}
        wanted = list(names if self.samples is None else self.samples)
        if unknown := [name for name in wanted if name not in names]:
            raise ArgumentError(f"There is no sample '{unknown[0]}'.")
        for name in wanted:
            for suffix in (*_always(kinds[name]), self.page_suffix):
                path = self.folder / "comparison" / f"{names[name]}{suffix}"
                yield path, partial(pages.save, name, path)

    def _explanations(self) -> Jobs:
        places = {lane.name: place for place, lane in enumerate(self.contents.lanes)}
        found = (row for row in self.session.explanations() if row.lane in places)
        rows = sorted(found, key=lambda row: places[row.lane])
        if not rows:
            return
        path = self.folder / "explanations.csv"
        yield path, lambda: write_rows(path, explanation_columns(rows), explanation_rows(rows))
        alike = self.folder / "explanation_similarity.csv"
        yield alike, lambda: write_rows(alike, SIMILARITY_COLUMNS, similarity_rows(self.session))
        lanes = safe_names(lane.name for lane in self.contents.lanes)
        samples = safe_names(sample.name for sample in self.contents.samples)
        folder, tools = self.folder / "explanations", PageTools(self.session, self.renderer)
        for group in explanation_groups(self.contents.samples, rows, self.session.params().image.range):
            yield from explanation_files(folder, group, lanes, samples[group.sample.name], tools)

    def _session_copy(self) -> Jobs:
        if (self.target / SESSION_NAME).resolve() != self.session.path:
            path = self.folder / SESSION_NAME
            yield path, partial(_save_copy, self.session, path)


def _suffixes(type_name: str | None) -> Iterator[tuple[str, str]]:
    """How files of a prediction end, and which of its formats besides that is; empty for its own.

    One that is written to no file has an empty ending: its writing says why.
    """
    if type_name is None or type_name not in PREDICTION_EXPORTS:
        yield "", ""
        return
    export = PREDICTION_EXPORTS.get(type_name)
    yield export.suffix, ""
    yield from ((suffix, suffix) for suffix in export.also)


def _always(kind: Kind) -> tuple[str, ...]:
    """As what pages of samples of a kind are written besides the format that is asked for."""
    return SAMPLE_EXPORTS.get(kind).always if kind in SAMPLE_EXPORTS else ()


def _save_copy(session: SessionReader, path: Path) -> None:
    try:
        session.save_copy(path)
    except SessionError as error:
        raise OutputError(error.message, error.hint) from error


def _together(types: Iterable[str]) -> Iterator[tuple[str, Together]]:
    """The types among some that become one file of a lane besides, in order of first appearance."""
    for type_name in dict.fromkeys(types):
        together = PREDICTION_EXPORTS.get(type_name).together if type_name in PREDICTION_EXPORTS else None
        if together is not None:
            yield type_name, together


def _write_together(
    path: Path, session: SessionReader, lane: LaneRecord, samples: Sequence[Sample], together: Together
) -> None:
    labels = lane.facts.labels if lane.facts else LabelSet((), ())
    read = ((sample, session.prediction(sample.name, lane.name)) for sample in samples)
    together.write(path, ((sample, said) for sample, said in read if said is not None), labels)


def _write_prediction(path: Path, session: SessionReader, lane: LaneRecord, sample: Sample, also: str) -> None:
    labels = lane.facts.labels if lane.facts else LabelSet((), ())
    write_prediction(path, session.prediction(sample.name, lane.name), sample, labels, also)
