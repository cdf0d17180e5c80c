"""Which format a folder of saved predictions is of, and how it fits the samples that there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError, GranViewError, InputError
from granview.core.sample import Sample
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.listing import SavedListing, list_saved
from granview.io.saved.matching import RecordIndex
from granview.io.saved.saved_prediction import SAVED_FORMATS, Recognition, SavedFormat, SavedReader, SavedRecord
from granview.io.saved.trial import tried

_LISTED: Final = 5


@dataclass(frozen=True)
class RecognizedFormat:
    """A format that a folder may be of.

    Attributes:
        name: The format's name.
        format: The format.
        recognition: What it makes of the folder.
    """

    name: str
    format: SavedFormat
    recognition: Recognition


@dataclass(frozen=True)
class SavedSurvey:
    """How the saved predictions of a folder fit samples.

    Attributes:
        path: The folder or file.
        title: What the files are, such as ``index masks``.
        task: The task that they are for.
        tasks: All tasks that the files can serve.
        certainty: How certain the format is, 0 to 1.
        matched: How many samples have a prediction.
        n_samples: How many samples there are.
        missing: Names of the samples that have none.
        unmatched: What of the files matches no sample.
        ambiguous: Sentences about samples that have several.
        notes: How the files were understood, by the first of them that fits.
    """

    path: Path
    title: str
    task: str
    tasks: tuple[str, ...]
    certainty: float
    matched: int
    n_samples: int
    missing: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """What is missing and what is left over, in one sentence; empty where all fits."""
        parts = []
        if self.missing:
            have = "has" if len(self.missing) == 1 else "have"
            words = f"{len(self.missing)} of {self.n_samples} samples {have} no saved prediction"
            parts.append(f"{words} ({_listed(self.missing)})")
        if self.unmatched:
            many = "saved prediction matches" if len(self.unmatched) == 1 else "saved predictions match"
            parts.append(f"{len(self.unmatched)} {many} no sample ({_listed(self.unmatched)})")
        return "; ".join(parts) + "." if parts else ""


def recognized_formats(listing: SavedListing) -> list[RecognizedFormat]:
    """The formats that a folder may be of, the most certain first.

    Raises:
        InputError: it is of a format that is refused, and of no other.
    """
    refusal: InputError | None = None
    formats: list[RecognizedFormat] = []
    for name, known in SAVED_FORMATS.all().items():
        try:
            recognition = known.recognize(listing)
        except InputError as error:
            refusal = error
            continue
        if recognition is not None:
            formats.append(RecognizedFormat(name, known, recognition))
    if not formats and refusal is not None:
        raise refusal
    return sorted(formats, key=lambda one: -one.recognition.certainty)


def chosen_format(listing: SavedListing, reading: SavedReading, task: str = "") -> RecognizedFormat:
    """The format in which a folder is read for a task: the one that was chosen, else the most certain that serves it.

    Raises:
        ArgumentError: there is no such format.
        InputError: the folder is of none that serves the task.
    """
    if reading.format and reading.format not in SAVED_FORMATS:
        raise ArgumentError(
            f"There is no format of saved predictions '{reading.format}'.",
            f"There are: {', '.join(SAVED_FORMATS.all())}.",
        )
    formats = recognized_formats(listing)
    wanted = [one for one in formats if reading.format in ("", one.name)]
    serving = [one for one in wanted if not task or task in one.recognition.tasks]
    if serving:
        return serving[0]
    if reading.format and not wanted:
        raise InputError(
            f"{listing.root} does not hold {SAVED_FORMATS.get(reading.format).title}.",
            "Leave out format= to have it told from the files.",
        )
    if not formats:
        raise InputError(
            f"{listing.root} holds no saved predictions in a format that is read here.",
            "docs/guide/saved-predictions.md lists the formats.",
        )
    tasks = ", ".join(dict.fromkeys(task for one in wanted for task in one.recognition.tasks))
    raise InputError(
        f"{listing.root} holds {wanted[0].format.title}, which say nothing for {task}.", f"They are for: {tasks}."
    )


def saved_tasks(path: Path, reading: SavedReading) -> tuple[str, ...]:
    """The tasks of the predictions in a folder, the likeliest first; empty where they cannot be told."""
    try:
        formats = recognized_formats(list_saved(path))
    except GranViewError:
        return ()
    wanted = [one for one in formats if reading.format in ("", one.name)]
    return tuple(dict.fromkeys(task for one in wanted for task in one.recognition.tasks))


def open_saved(path: Path, reading: SavedReading, task: str) -> tuple[SavedListing, RecognizedFormat, SavedReader]:
    """The predictions of a folder for a task.

    Raises:
        ArgumentError: there is no such folder or format.
        InputError: it holds nothing for the task, or cannot be read.
    """
    listing = list_saved(path)
    chosen = chosen_format(listing, reading, task)
    return listing, chosen, chosen.format.open(listing, reading, task)


def survey_saved(
    path: Path, samples: Sequence[Sample], task: str = "", reading: SavedReading | None = None
) -> SavedSurvey:
    """How the predictions in a folder fit samples; reads names, what tells the format, and one prediction.

    Args:
        path: The folder or file.
        samples: The samples of the comparison that are of the task's kind.
        task: The task; empty for the likeliest.
        reading: How the files are read.

    Raises:
        ArgumentError: there is no such folder or format.
        InputError: it holds nothing that is read.
    """
    reading = reading or SavedReading()
    listing = list_saved(path)
    chosen = chosen_format(listing, reading, task)
    task = task or chosen.recognition.tasks[0]
    reader = chosen.format.open(listing, reading, task)
    index = RecordIndex(reader)
    used: dict[SavedRecord, Sample] = {}
    missing, ambiguous = [], []
    for sample in samples:
        try:
            record = index.match(DescribedSample(sample))
        except InputError as error:
            ambiguous.append(str(error))
            continue
        if record is None:
            missing.append(sample.name)
        else:
            used.setdefault(record, sample)
    first = next(iter(used.items()), None)
    notices = reader.notices if first is None else tried(reader, *first)
    return SavedSurvey(
        path,
        chosen.format.title,
        task,
        chosen.recognition.tasks,
        chosen.recognition.certainty,
        len(samples) - len(missing) - len(ambiguous),
        len(samples),
        tuple(missing),
        tuple(dict.fromkeys(record.title for record in reader.records if record not in used)),
        tuple(ambiguous),
        (chosen.recognition.note, *notices),
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
