"""The program's own front doors, for damaged files; whatever they raise but errors in words is a find."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from granview.core.errors import GranViewError
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.messages import Request
from granview.core.palette import class_colors
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.io.orientation import Frame
from granview.store.reader import SessionReader
from tests.fuzz.seeds import NAMES, TASK

LABELS = LabelSet(NAMES, class_colors(NAMES))
_RAW = re.compile(r"\b(?!WeightsMissing)[A-Z]\w*(?:Error|Exception|Warning)\b|\bTraceback\b|object at 0x")
"""What no sentence for users holds."""


class RawWords(Exception):
    """An error that is told in the words of a library's exception."""


class Steps:
    """Tells whoever times the doors that the next one is gone through, and holds what they refused."""

    next: Callable[[], object] = staticmethod(lambda: None)
    refused: ClassVar[list[str]] = []


def refusals(door: "Door", path: Path) -> list[str]:
    """The words with which a file was refused on its way."""
    Steps.refused.clear()
    door(path)
    return list(Steps.refused)


def told(call: Callable[[], object]) -> None:
    """Go through a door that may refuse in words."""
    Steps.next()
    try:
        call()
    except GranViewError as error:
        check_words(str(error))
        Steps.refused.append(str(error))


def check_words(text: str) -> None:
    if _RAW.search(text) or not text.strip():
        raise RawWords(text[:500])


def _found(path: Path, **options: object) -> list[Sample]:
    """The samples of a file, once its problems were seen to be told in words."""
    from granview.io.sample_search import find_samples

    Steps.next()
    samples = []
    for found in find_samples([path], **options):
        if isinstance(found, Sample):
            samples.append(found)
        elif hasattr(found, "error"):
            check_words(found.error)
    return samples


def picture(path: Path) -> None:
    """As a sample, for display, as a thumbnail, as a reference."""
    from granview.io.image_reader import probe
    from granview.io.pyramid import read_pyramid
    from granview.io.range_survey import deep_pictures, survey_ranges
    from granview.io.thumbnails import read_thumbnail
    from granview.worker.read_sample import read_sample

    for sample in _found(path):
        told(lambda sample=sample: read_sample(Request(1, sample), "image"))
    told(lambda: probe(path))
    told(lambda: survey_ranges(deep_pictures([Sample("a", str(path))])))
    told(lambda: read_thumbnail(path, 96))
    told(lambda: read_pyramid(path, bytearray))
    told(lambda: _reference(path))


def _reference(path: Path) -> None:
    from granview.io.reference_masks import read_reference

    read_reference(path, Frame(24, 32), LABELS)


def mask(path: Path) -> None:
    """As a reference that is scored, and drawn as the window draws it."""
    from granview.core.predictions.label_map import LabelMap
    from granview.core.sample import Reference
    from granview.io.mask_survey import survey_masks

    def score() -> None:
        import numpy as np

        from granview.io.reference_masks import read_reference
        from granview.tasks.base import TASKS

        truth = read_reference(path, Frame(24, 32), LABELS)
        TASKS.get("image-segmentation").score(LabelMap(np.zeros((24, 32), np.uint8)), LABELS, truth, RunParams())

    told(lambda: _reference(path))
    told(lambda: survey_masks([Sample("mask", str(path), reference=Reference(str(path)))]))
    told(score)


def marks(path: Path) -> None:
    """As what says what is true of the picture beside it, in every type of truth that it is read as."""
    from granview.core.sample import Reference
    from granview.io.reference_format import read_truth

    references = [reference for sample in _found(path.parent) for reference in sample.references]
    if path.suffix == ".txt":
        references.append(Reference(str(path), format="yolo-objects"))
    for reference in references:
        told(lambda reference=reference: read_truth(reference, Frame(24, 32)))


def class_list(path: Path) -> None:
    """Beside a mask, and beside a data set of numbered classes."""
    told(lambda: _reference(path.with_name("mask.png")))
    _found(path.with_name("data.csv"))


def data_set(path: Path) -> None:
    """As samples, as a preview, as the references of others, as text that a lane reads."""
    from granview.io.datasets.preview import preview_data
    from granview.worker.read_sample import read_sample

    told(lambda: preview_data(path))
    for sample in _found(path)[:20]:
        told(lambda sample=sample: read_sample(Request(1, sample), "text"))
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder, "texts.csv")
        other.write_bytes(b"id,text\n1,Good\n2,Bad\n")
        _found(other, references=[path])


def parquet(path: Path) -> None:
    """By the code that runs in the reader's process, here in this one, which may die of it as that one may."""
    from granview.io.datasets import parquet_process

    for piece in parquet_process.read_pieces(str(path)):
        if isinstance(piece, parquet_process.EndOfRows) and piece.error:
            check_words(piece.error)


def session(path: Path) -> None:
    """As the window opens it, and as ``granview export`` writes it."""
    from granview.gui.session.snapshot import read_snapshot
    from granview.report.session_contents import SessionContents
    from granview.report.summary import rows_of
    from granview.store.session import Session

    def look() -> None:
        with Session.open_shared(path) as opened:
            try:
                read_snapshot(opened)
                told(lambda: rows_of(SessionContents.read(opened)))
                for row in opened.results():
                    told(lambda row=row: opened.prediction(row.sample, row.lane))
                with tempfile.TemporaryDirectory() as folder:
                    told(lambda: _export(opened, Path(folder)))
            finally:
                for sentence in opened.damage.sentences:
                    check_words(sentence)

    told(look)


def _export(opened: SessionReader, folder: Path) -> None:
    """All but pages, which are drawn by a process of their own; each file is a door, since the user sees them count."""
    from granview.export.output_files import write_outputs
    from granview.export.output_plan import OutputKind

    parts = [part for part in OutputKind if part is not OutputKind.COMPARISON]
    for problem in write_outputs(opened, folder, lambda _: Steps.next(), parts).problems:
        check_words(problem)


def model(path: Path) -> None:
    """In the list of models, and loaded as a lane's process loads it, for the task that it is said to be for."""
    from granview.core.resources import resource_path
    from granview.engine.catalog import catalog
    from granview.engine.task_inference import infer_tasks
    from granview.models.load import load_adapter

    folder = path.parent
    for entry in catalog(resource_path(), folder, [folder]):
        check_words(entry.note)
    told(lambda: infer_tasks(str(folder)))
    task = (folder / TASK).read_text()
    told(lambda: load_adapter(LaneSpec("lane", str(folder), task=task, device="cpu"), lambda *_: None))


Door = Callable[[Path], None]
