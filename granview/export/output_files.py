"""Everything that the command line writes: tables, predictions, comparison pages and the session, always so named."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from granview.core.errors import GranViewError, OutputError
from granview.core.readable_errors import readable_error
from granview.export.output_folder import OutputFolder, claimed
from granview.export.output_plan import USUAL_TABLES, OutputKind, OutputPlan, TableChoice, Write
from granview.export.texts.renderer import PageRenderer
from granview.io.output_names import SESSION_NAME
from granview.report.lane_costs import NO_PRICES, HourlyPrices
from granview.report.margins import NO_MARGINS, Margins
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader


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
        problems: One sentence for each file that could not be written, and for each lane of a task that is not known
            here; the others are there.
        failed: Why none were put in place, so that the folder is as it was; empty where they were.
        removed: Files of earlier results that went.
    """

    folder: Path
    paths: list[Path] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    failed: str = ""
    removed: int = 0


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
    buckets: str = "",
    margins: Margins = NO_MARGINS,
    tables: TableChoice = USUAL_TABLES,
    prices: HourlyPrices = NO_PRICES,
) -> Exported:
    """Write a session's results into a folder, where they replace those of a session that is there.

    ``results.csv``, ``summary.csv``, ``cost.csv``, ``grain.csv``, ``units.csv`` and, where two lanes do one task,
    ``differences.csv``, where one is a variant of another, ``variants.csv``, and where anything is marked,
    ``marks.csv``; ``predictions/LANE/SAMPLE``, each type in its own format, such as masks as index PNGs;
    ``comparison/SAMPLE.png``, of texts ``.html`` too; where lanes were asked for explanations, ``explanations.csv`` and
    ``explanations/``; ``session.granview``, unless it is the session itself.

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
        buckets: How measures of units are divided in ``grain.csv``, see ``granview.report.bucketing``.
        margins: The largest differences that do not count, for ``differences.csv``; those that the session keeps where
            none is chosen.
        tables: Which tables are written, and as what.
        prices: What an hour of a device costs, for ``cost.csv``.

    Raises:
        ArgumentError: there is no such sample, or there are files that may not be replaced.
        OutputError: the folder cannot be made or written; what it holds is as it was.
    """
    with claimed(folder, overwrite) as output, output.staging() as staged:
        exported = write_staged(
            *(session, output, staged, on_progress, parts),
            page_suffix=page_suffix,
            samples=samples,
            margins=margins,
            buckets=buckets,
            tables=tables,
            prices=prices,
        )
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
    buckets: str = "",
    margins: Margins = NO_MARGINS,
    tables: TableChoice = USUAL_TABLES,
    prices: HourlyPrices = NO_PRICES,
) -> Exported:
    """Write files aside. Where one could not be written, as on a full disk, ``failed`` says why.

    Raises:
        ArgumentError: as ``write_outputs`` says.
    """
    with PageRenderer() as renderer:
        contents = SessionContents.read(session)
        made_of = (session, contents, output.path, staged, page_suffix, samples, renderer)
        plan = OutputPlan(*made_of, buckets=buckets, margins=margins, tables=tables, prices=prices)
        jobs = [job for part in OutputKind if part in parts for job in plan.jobs(part)]
        output.refuse_foreign([path.relative_to(staged).as_posix() for path, _ in jobs])
        exported = _write(output.path, staged, jobs, on_progress or (lambda _: None))
        exported.problems += plan.contents.notices
        return exported


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
