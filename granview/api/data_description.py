"""What is understood of data before anything is run: as objects for Python, and as JSON for other programs."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from granview.api.data_choices import ByDataSet, data_choices
from granview.api.inputs import Paths, as_paths
from granview.core.errors import InputError
from granview.io.data_survey import DataSurvey, survey_data
from granview.io.layout_members import checked_choice
from granview.io.mask_guess import MaskDoubt
from granview.io.mask_table import MaskTable
from granview.io.mask_words import FRAME_HINT, how_to_settle
from granview.io.regular_files import is_there
from granview.io.search_events import Problem


class SplitDescription(msgspec.Struct, frozen=True):
    """A split.

    Attributes:
        name: By which it is chosen.
        n_inputs: How many inputs it has.
        n_references: How many of these have a reference.
        is_taken: Whether it is taken.
    """

    name: str
    n_inputs: int
    n_references: int
    is_taken: bool


class ReferenceSetDescription(msgspec.Struct, frozen=True):
    """A sort of references.

    Attributes:
        name: By which it is chosen.
        title: What it is.
        n: How many inputs have it.
    """

    name: str
    title: str
    n: int


class ValueDescription(msgspec.Struct, frozen=True):
    """A value that masks hold.

    Attributes:
        value: The value.
        share: Its share of all pixels that were looked at, 0 to 1.
        masks: How many of these masks hold it.
        meaning: The class that it is taken for, or ``void``; None where nothing says so.
    """

    value: int
    share: float
    masks: int
    meaning: str | None


class LeftoverDescription(msgspec.Struct, frozen=True):
    """Files of one sort that nothing is read from.

    Attributes:
        sort: What they are, in the plural.
        n: How many there are.
        example: One of them.
        reason: Why, as a sentence.
        hint: What to do about it, as a sentence; may be empty.
    """

    sort: str
    n: int
    example: str
    reason: str
    hint: str


class DataDescription(msgspec.Struct, frozen=True):
    """What is understood of one data set, or of all that belongs to none.

    Attributes:
        root: Its folder.
        layout: The name of its layout; empty where files are understood by their names.
        title: What such data sets are called.
        evidence: What it was told by.
        n_inputs: How many inputs it has.
        n_taken: How many of these are taken.
        splits: Its splits.
        reference_sets: The sorts of its references.
        classes: The names of its classes by index; empty where nothing says them.
        n_masks: How many masks were looked at, of those that are taken; at most 200.
        mask_values: Every value that these hold.
        doubts: Of what it is not certain, as phrases.
        settle: How that is settled, as a sentence; empty where it is certain.
        first: The files of the first inputs.
        leftovers: What nothing is read from.
        notes: What should be known of it, as sentences.
    """

    root: str
    layout: str
    title: str
    evidence: str
    n_inputs: int
    n_taken: int
    splits: tuple[SplitDescription, ...]
    reference_sets: tuple[ReferenceSetDescription, ...]
    classes: tuple[str, ...]
    n_masks: int
    mask_values: tuple[ValueDescription, ...]
    doubts: tuple[str, ...]
    settle: str
    first: tuple[str, ...]
    leftovers: tuple[LeftoverDescription, ...]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, survey: DataSurvey) -> "DataDescription":
        """The description of what was looked at."""
        known, taken = survey.data_set, survey.choice.splits or ()
        table = None if survey.masks is None else MaskTable.of(survey.masks, known.classes)
        return cls(
            *(str(known.root), known.layout, known.title, known.evidence, known.n_inputs, survey.n_taken),
            tuple(SplitDescription(s.name, s.n_inputs, s.n_references, s.name in taken) for s in known.splits),
            tuple(ReferenceSetDescription(each.name, each.title, each.n) for each in known.references),
            known.classes or (table.names if table else ()),
            0 if table is None else table.n,
            () if table is None else tuple(_values(survey, table)),
            tuple(doubt.value for doubt in survey.guess.doubts),
            _settle(survey),
            tuple(sample.path for sample in survey.first),
            tuple(LeftoverDescription(e.sort, e.n, str(e.example), e.reason, e.hint) for e in survey.leftovers),
            known.notes,
        )


def _values(survey: DataSurvey, table: MaskTable) -> Iterable[ValueDescription]:
    for held in table.values:
        meaning = table.meaning(survey.values, held.value)
        yield ValueDescription(held.value, held.share, held.masks, meaning)


def _settle(survey: DataSurvey) -> str:
    if survey.masks is None or not survey.guess.doubts:
        return ""
    of_values = how_to_settle(survey.guess, survey.masks) if survey.guess.value_doubts else ""
    return f"{of_values} {FRAME_HINT if MaskDoubt.FRAME in survey.guess.doubts else ''}".strip()


def describe_data(
    paths: Paths, *, splits: ByDataSet = None, reference_sets: ByDataSet = None
) -> tuple[DataDescription, ...]:
    """What is understood of files and folders, without running or loading anything.

    Args:
        paths: One or several, as ``compare`` takes them.
        splits: The splits that would be taken, as ``compare`` takes them.
        reference_sets: The sorts of references that would be taken, as ``compare`` takes them.

    Returns:
        One description for each data set whose layout is known, and at the end one for all that belongs to none.

    Raises:
        ArgumentError: there is no such data set.
        InputError: it has no such split or sort of reference, or a path does not exist.
    """
    named = as_paths(paths)
    if missing := [path for path in named if not is_there(path)]:
        raise InputError(f"{missing[0]} does not exist.", "Check the path.")
    return described(named, splits, reference_sets)[0]


def described(
    paths: Sequence[Path], splits: ByDataSet, reference_sets: ByDataSet
) -> tuple[tuple[DataDescription, ...], tuple[Problem, ...]]:
    """As ``describe_data``, with the data sets that cannot be read, in words, in place of an error.

    Raises:
        ArgumentError: there is no such data set.
        InputError: it has no such split or sort of reference.
    """
    choices = data_choices(splits, reference_sets, paths)
    surveys: dict[tuple[str, Path], DataSurvey] = {}
    problems: list[Problem] = []
    for event in survey_data(paths, choices):
        if isinstance(event, DataSurvey):
            if event.data_set.layout:
                checked_choice(event.data_set, choices.of(event.data_set.root))
            surveys[event.data_set.layout, event.data_set.root] = event
        elif isinstance(event, Problem):
            problems.append(event)
    return tuple(map(DataDescription.of, surveys.values())), tuple(problems)
