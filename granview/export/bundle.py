"""Everything that the command line writes: tables, predictions, comparison pages and the session, always so named."""

import enum
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from granview.core.errors import GranViewError
from granview.core.labels import LabelSet
from granview.export.comparison import Comparisons
from granview.export.csv import write_frames, write_rows
from granview.export.safe_names import safe_names
from granview.io.write import write_index_png
from granview.report import results, summary
from granview.report.contents import Contents
from granview.report.units import unit_columns, unit_frames
from granview.store.rows import LaneRecord
from granview.store.session import Session

SESSION_NAME: Final = "session.granview"


class Part(enum.StrEnum):
    """What can be written."""

    TABLES = "tables"
    PREDICTIONS = "predictions"
    COMPARISON = "comparison"
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
    """

    folder: Path
    paths: list[Path] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


Write = Callable[[], None]
OnProgress = Callable[[ExportProgress], None]


def write_outputs(
    session: Session,
    folder: Path,
    on_progress: OnProgress | None = None,
    parts: Collection[Part] = tuple(Part),
) -> Exported:
    """Write a session's results into a folder; files that are there already are replaced.

    ``results.csv``, ``summary.csv``, ``units.csv``; ``predictions/LANE/SAMPLE.png``, masks as index PNGs;
    ``comparison/SAMPLE.png``; ``session.granview``, unless it is the session itself.

    Raises:
        GranViewError: the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GranViewError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
    contents = Contents.read(session)
    jobs = [job for part in Part if part in parts for job in _JOBS[part](session, contents, folder)]
    exported = Exported(folder)
    for done, (path, write) in enumerate(jobs):
        if on_progress:
            on_progress(ExportProgress(done, len(jobs), path))
        _attempt(exported, path, write)
    if on_progress:
        on_progress(ExportProgress(len(jobs), len(jobs), folder))
    return exported


def _attempt(exported: Exported, path: Path, write: Write) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write()
    except GranViewError as error:
        exported.problems.append(f"{path.relative_to(exported.folder)}: {error}")
    except OSError as error:
        exported.problems.append(f"{path.relative_to(exported.folder)}: {error.strerror}.")
    else:
        exported.paths.append(path)


Jobs = Iterator[tuple[Path, Write]]


def _tables(session: Session, contents: Contents, folder: Path) -> Jobs:
    def write_results() -> None:
        write_rows(folder / "results.csv", results.result_columns(contents), results.rows_of(contents))

    def write_summary() -> None:
        write_rows(folder / "summary.csv", summary.summary_columns(contents), summary.rows_of(contents))

    def write_units() -> None:
        write_frames(folder / "units.csv", unit_columns(contents), unit_frames(session))

    yield folder / "results.csv", write_results
    yield folder / "summary.csv", write_summary
    yield folder / "units.csv", write_units


def _predictions(session: Session, contents: Contents, folder: Path) -> Jobs:
    lanes = safe_names(lane.name for lane in contents.lanes)
    samples = safe_names(sample.name for sample in contents.samples)
    for lane in contents.lanes:
        for row in contents.of_lane(lane.name):
            if row.status == "ok":
                path = folder / "predictions" / lanes[lane.name] / f"{samples[row.sample]}.png"
                yield path, _mask_writer(session, lane, row.sample, path)


def _mask_writer(session: Session, lane: LaneRecord, sample: str, path: Path) -> Write:
    def write() -> None:
        prediction = session.prediction(sample, lane.name)
        if prediction is None:
            raise GranViewError("The session holds no such prediction.")
        labels = lane.facts.labels if lane.facts else LabelSet((), ())
        write_index_png(path, prediction.labels, labels)

    return write


def _comparison(session: Session, contents: Contents, folder: Path) -> Jobs:
    pages = Comparisons(session)
    for name, safe in safe_names(sample.name for sample in contents.samples).items():
        path = folder / "comparison" / f"{safe}.png"
        yield path, _page_writer(pages, name, path)


def _page_writer(pages: Comparisons, sample: str, path: Path) -> Write:
    return lambda: pages.save(sample, path)


def _session(session: Session, _: Contents, folder: Path) -> Jobs:
    path = folder / SESSION_NAME
    if path.resolve() != session.path:
        yield path, lambda: session.save_copy(path)


_JOBS: Final[dict[Part, Callable[[Session, Contents, Path], Jobs]]] = {
    Part.TABLES: _tables,
    Part.PREDICTIONS: _predictions,
    Part.COMPARISON: _comparison,
    Part.SESSION: _session,
}
