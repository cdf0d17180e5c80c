"""Everything that the command line writes: tables, predictions, comparison pages and the session, always so named."""

import enum
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from granview.core.errors import ArgumentError, GranViewError, OutputError, SessionError
from granview.core.labels import LabelSet
from granview.core.readable_errors import readable_error
from granview.core.sample import Sample
from granview.export.comparison_pages import ComparisonPages
from granview.export.csv import write_frames, write_rows
from granview.export.explanation_groups import explanation_groups
from granview.export.explanations import explanation_files
from granview.export.output_folder import OutputFolder, claimed
from granview.export.predictions.files import SUFFIXES, write_prediction
from granview.export.safe_names import safe_names
from granview.export.texts.renderer import PageRenderer
from granview.export.texts.token_weight_pages import TokenWeightPages
from granview.io.output_names import SESSION_NAME
from granview.report import differences, results, summary
from granview.report.explanations import (
    SIMILARITY_COLUMNS,
    explanation_columns,
    explanation_rows,
    similarity_rows,
)
from granview.report.session_contents import SessionContents
from granview.report.units import unit_columns, unit_frames
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord


class OutputKind(enum.StrEnum):
    """What can be written."""

    TABLES = "tables"
    PREDICTIONS = "predictions"
    COMPARISON = "comparison"
    EXPLANATIONS = "explanations"
    SESSION = "session"


@dataclass(frozen=True)
class ExportProgress:
    """How far an export is: ``done`` of ``total`` files, and the one being written."""

    done: int
    total: int
    path: Path


@dataclass
class Exported:
    """What an export wrote, and what it could not, in words.

    Attributes:
        folder: Where to.
        paths: The files written.
        problems: One sentence for each file that could not be written; the others are there.
        failed: Why none were put in place, so that the folder is as it was; empty where they were.
        removed: Files of earlier results that went.
    """

    folder: Path
    paths: list[Path] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    failed: str = ""
    removed: int = 0


Write = Callable[[], None]
OnProgress = Callable[[ExportProgress], None]


def write_outputs(
    session: SessionReader,
    folder: Path,
    on_progress: OnProgress | None = None,
    parts: Collection[OutputKind] = tuple(OutputKind),
    *,
    page_suffix: str = ".png",
    samples: Collection[str] | None = None,
    overwrite: bool = False,
) -> Exported:
    """Write a session's results into a folder, where they replace those of a session that is there.

    ``results.csv``, ``summary.csv``, ``units.csv`` and, where two lanes do one task, ``differences.csv``;
    ``predictions/LANE/SAMPLE.png``, masks as index PNGs, or ``.json`` of texts; ``comparison/SAMPLE.png``, of texts
    ``.html`` too; where lanes were asked for explanations, ``explanations.csv`` and ``explanations/``;
    ``session.granview``, unless it is the session itself.

    All is written aside before anything there is replaced. When everything is written, files of another session's
    lanes and samples go.

    Args:
        session: What to write.
        folder: Where to; made if need be.
        on_progress: Told before each file, and at the end; what it raises ends the export.
        parts: What of it to write.
        page_suffix: Format of the comparison pages: ``.png``, ``.svg`` or ``.pdf``; texts have an HTML page besides.
        samples: Samples whose comparison pages are written; None for all.
        overwrite: Whether files that no session there has written may be replaced.

    Raises:
        ArgumentError: there is no such sample, or there are files that may not be replaced.
        OutputError: the folder cannot be made or written; what it holds is as it was.
    """
    with claimed(folder, overwrite) as output, output.staging() as staged:
        exported = write_staged(session, output, staged, on_progress, parts, page_suffix=page_suffix, samples=samples)
        if not exported.failed:
            all_of_another = samples is None and set(parts) == set(OutputKind) and folder / SESSION_NAME != session.path
            place(exported, output, staged, replace_all=all_of_another)
    return exported


def write_staged(
    session: SessionReader,
    output: OutputFolder,
    staged: Path,
    on_progress: OnProgress | None = None,
    parts: Collection[OutputKind] = tuple(OutputKind),
    *,
    page_suffix: str = ".png",
    samples: Collection[str] | None = None,
) -> Exported:
    """Write files aside. Where one could not be written, as on a full disk, ``failed`` says why.

    Raises:
        ArgumentError: as ``write_outputs`` says.
    """
    with PageRenderer() as renderer:
        plan = _Plan(session, SessionContents.read(session), output.path, staged, page_suffix, samples, renderer)
        jobs = [job for part in OutputKind if part in parts for job in plan.jobs(part)]
        output.refuse_foreign([path.relative_to(staged).as_posix() for path, _ in jobs])
        return _write(output.path, staged, jobs, on_progress or (lambda _: None))


def place(exported: Exported, output: OutputFolder, staged: Path, *, replace_all: bool, session: str = "") -> None:
    """Put what was staged in the place of what is there; what goes wrong is noted in ``exported``."""
    problems, exported.removed = output.put_in_place(staged, replace_all=replace_all, session=session)
    exported.problems += problems


def _write(folder: Path, staged: Path, jobs: Sequence[tuple[Path, Write]], on_progress: OnProgress) -> Exported:
    exported = Exported(folder)
    for done, (path, write) in enumerate(jobs):
        target = folder / path.relative_to(staged)
        on_progress(ExportProgress(done, len(jobs), target))
        _attempt(exported, path, target, write)
    on_progress(ExportProgress(len(jobs), len(jobs), folder))
    return exported


def _attempt(exported: Exported, path: Path, target: Path, write: Write) -> None:
    name = target.relative_to(exported.folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write()
    except OutputError as error:
        exported.problems.append(f"{name}: {error}")
        exported.failed = exported.failed or str(error)
    except GranViewError as error:
        exported.problems.append(f"{name}: {error}")
    except OSError as error:
        exported.problems.append(f"{name}: {error.strerror}.")
        exported.failed = exported.failed or f"{target} cannot be written: {error.strerror}."
    except Exception as error:  # noqa: BLE001  one file that fails costs no other
        exported.problems.append(str(readable_error(error, f"{name} cannot be written")))
    else:
        exported.paths.append(target)


Jobs = Iterator[tuple[Path, Write]]


@dataclass(frozen=True)
class _Plan:
    """Which files are to be written, and how each is.

    Attributes:
        target: The folder that they are for.
        folder: The folder that they are written into.
    """

    session: SessionReader
    contents: SessionContents
    target: Path
    folder: Path
    page_suffix: str
    samples: Collection[str] | None
    renderer: PageRenderer

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
        contents, folder = self.contents, self.folder
        path = folder / "results.csv"
        yield path, partial(_write_rows, path, results.result_columns, results.rows_of, contents)
        path = folder / "summary.csv"
        yield path, partial(_write_rows, path, summary.summary_columns, summary.rows_of, contents)
        if differences.has_pairs(contents):
            path = folder / "differences.csv"
            yield path, partial(_write_rows, path, lambda _: differences.COLUMNS, differences.difference_rows, contents)
        path = folder / "units.csv"
        yield path, lambda: write_frames(path, unit_columns(contents), unit_frames(self.session))

    def _predictions(self) -> Jobs:
        lanes = safe_names(lane.name for lane in self.contents.lanes)
        names = safe_names(sample.name for sample in self.contents.samples)
        samples = {sample.name: sample for sample in self.contents.samples}
        for lane in self.contents.lanes:
            for row in self.contents.of_lane(lane.name):
                if row.status == "ok":
                    sample = samples[row.sample]
                    file = f"{names[row.sample]}{SUFFIXES[sample.kind]}"
                    path = self.folder / "predictions" / lanes[lane.name] / file
                    yield path, partial(_write_prediction, path, self.session, lane, sample)

    def _pages(self) -> Jobs:
        pages = ComparisonPages(self.session, renderer=self.renderer)
        names = safe_names(sample.name for sample in self.contents.samples)
        texts = {sample.name for sample in self.contents.samples if sample.kind == "text"}
        wanted = list(names if self.samples is None else self.samples)
        if unknown := [name for name in wanted if name not in names]:
            raise ArgumentError(f"There is no sample '{unknown[0]}'.")
        for name in wanted:
            for suffix in (".html", self.page_suffix) if name in texts else (self.page_suffix,):
                path = self.folder / "comparison" / f"{names[name]}{suffix}"
                yield path, partial(pages.save, name, path)

    def _explanations(self) -> Jobs:
        places = {lane.name: place for place, lane in enumerate(self.contents.lanes)}
        rows = sorted(self.session.explanations(), key=lambda row: places[row.lane])
        if not rows:
            return
        path = self.folder / "explanations.csv"
        yield path, lambda: write_rows(path, explanation_columns(rows), explanation_rows(rows))
        alike = self.folder / "explanation_similarity.csv"
        yield alike, lambda: write_rows(alike, SIMILARITY_COLUMNS, similarity_rows(self.session))
        lanes = safe_names(lane.name for lane in self.contents.lanes)
        samples = safe_names(sample.name for sample in self.contents.samples)
        folder, texts = self.folder / "explanations", TokenWeightPages(self.session, self.renderer)
        for group in explanation_groups(self.contents.samples, rows, self.session.params().image.range):
            yield from explanation_files(folder, group, lanes, samples[group.sample.name], texts)

    def _session_copy(self) -> Jobs:
        if (self.target / SESSION_NAME).resolve() != self.session.path:
            path = self.folder / SESSION_NAME
            yield path, partial(_save_copy, self.session, path)


def _write_rows(
    path: Path,
    columns_of: Callable[[SessionContents], Sequence[str]],
    rows_of: Callable[[SessionContents], list[results.Row]],
    contents: SessionContents,
) -> None:
    write_rows(path, columns_of(contents), rows_of(contents))


def _save_copy(session: SessionReader, path: Path) -> None:
    try:
        session.save_copy(path)
    except SessionError as error:
        raise OutputError(error.message, error.hint) from error


def _write_prediction(path: Path, session: SessionReader, lane: LaneRecord, sample: Sample) -> None:
    labels = lane.facts.labels if lane.facts else LabelSet((), ())
    write_prediction(path, session.prediction(sample.name, lane.name), sample, labels)
