"""From what the caller names to samples of a session."""

import os
import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.core.sample_kind import SAMPLE_KINDS, Kind
from granview.core.text import TextInput
from granview.io.column_roles import ColumnRoles, chosen_columns
from granview.io.data_set import DataSetChoices
from granview.io.dataset_format import has_columns, may_have_header
from granview.io.kind_detection import all_kinds
from granview.io.sample_search import AS_LAYOUTS_SAY, find_samples
from granview.io.search_events import GuessedColumns, Notice, Problem, WrongChoice, WrongColumns
from granview.io.text_samples import typed_sample
from granview.store.session import Session


def guessed_columns_notice(guessed: GuessedColumns) -> Notice:
    """Which column was taken as what, and how to settle what is not certain."""
    taken = ", ".join(f"'{column}' as {role}" for role, column in guessed.roles.named.items())
    notices = f"{guessed.path.name}: its columns were guessed: {taken}."
    if not guessed.doubts:
        return Notice(guessed.path, notices)
    doubts = " and ".join(guessed.doubts)
    chosen = shlex.join(f"{role}={column}" for role, column in guessed.roles.named.items())
    return Notice(
        guessed.path,
        f"{notices} It is not certain which column is the {doubts}.",
        f"Settle it with --columns {chosen}, or with the columns that it should be (in Python: columns=).",
    )


def unused_choice_notices(samples: Sequence[Sample], columns: ColumnRoles | None, header: bool | None) -> list[Notice]:
    """What was chosen for files of which there is none among the samples."""
    held = (path for sample in samples for path in (sample.path, *(part.path for part in sample.parts)))
    paths = list(dict.fromkeys(map(Path, held)))
    notices = []
    if columns is not None and columns.file is None and not any(has_columns(path) for path in paths):
        notices.append(
            Notice(paths[0], "Columns were chosen, but no input is a table with columns.", "Leave them out.")
        )
    if header is not None and not any(map(may_have_header, paths)):
        notices.append(Notice(paths[0], "A header was asked for, but no input is a CSV or TSV file.", "Leave it out."))
    return notices


Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""One path, or several."""

InputArgument = Paths | TextInput | Iterable[str | os.PathLike[str] | TextInput]
"""Paths, and texts themselves, one or several."""

Columns = ColumnRoles | Mapping[str, str]
"""Which column of a table is what: the roles, or by role the name of its column, such as ``{"text": "review"}``."""


@dataclass(frozen=True)
class Inputs:
    """What was found.

    Attributes:
        samples: In the order in which they were named; folders in name order.
        problems: What was named or found and is no sample, in words.
    """

    samples: tuple[Sample, ...]
    problems: tuple[Problem, ...]


NO_INPUTS: Final = Inputs((), ())


def as_paths(paths: Paths | None) -> list[Path]:
    """A list of paths, from one, several or none."""
    return [] if paths is None else split_inputs(paths)[0]


def split_inputs(named: InputArgument) -> tuple[list[Path], list[TextInput]]:
    """The paths and the texts among what was given."""
    several = [named] if isinstance(named, str | os.PathLike | TextInput) else list(named)
    paths = [Path(one) for one in several if not isinstance(one, TextInput)]
    return paths, [one for one in several if isinstance(one, TextInput)]


def with_texts(
    new_inputs: Inputs, texts: Sequence[TextInput], known: Sequence[Sample], kinds: frozenset[Kind]
) -> Inputs:
    """What was found, and after it these texts, each named after its first words.

    Raises:
        InputError: there are texts, and the models take none.
    """
    samples = list(new_inputs.samples)
    names = {sample.name for sample in (*known, *samples)}
    for text in texts:
        sample = typed_sample(text.text, names, text.pair, text.question)
        if sample.kind not in kinds:
            raise InputError("A text was given, and the models take none.", "Name images, or a model for texts.")
        samples.append(sample)
        names.add(sample.name)
    return Inputs(tuple(samples), new_inputs.problems)


def as_columns(columns: Columns | None) -> ColumnRoles | None:
    """Roles, from roles, names by role or nothing.

    Raises:
        ArgumentError: there is no such role, a column has no name, or none is the text.
    """
    return columns if columns is None or isinstance(columns, ColumnRoles) else chosen_columns(columns)


def find_inputs(
    inputs: Sequence[Path],
    references: Sequence[Path] = (),
    known: Sequence[Sample] = (),
    kinds: frozenset[Kind] | None = None,
    columns: ColumnRoles | None = None,
    header: bool | None = None,
    choices: DataSetChoices = AS_LAYOUTS_SAY,
) -> Inputs:
    """Find samples. A file that is known already is the sample that it was, with the reference found now, if any.

    Args:
        inputs: Files, folders, data sets.
        references: Files and folders of ground truth.
        known: The samples of the session.
        kinds: What the models take.
        columns: Which column of each table is what; None to guess, which is among the problems as a notice.
        header: Whether the first row of each CSV or TSV file names its columns; None to find out.
        choices: Which splits and sorts of references are taken of data sets.

    Raises:
        InputError: there is no sample of these kinds among the inputs, or a table without a column, or a data set
            without a split or sort of reference, that was chosen.
    """
    by_origin = {sample.origin: sample for sample in known}
    taken = (sample.name for sample in known)
    new_inputs = list(
        find_samples(inputs, references, taken, kinds=kinds, columns=columns, header=header, choices=choices)
    )
    new = [item for item in new_inputs if isinstance(item, Sample)]
    events = [guessed_columns_notice(item) if isinstance(item, GuessedColumns) else item for item in new_inputs]
    problems = [item for item in events if isinstance(item, Problem)]
    if wrong := next((problem for problem in problems if isinstance(problem, WrongColumns | WrongChoice)), None):
        raise InputError(wrong.error, wrong.hint)
    if not new:
        first = next(
            (problem for problem in problems if not isinstance(problem, Notice)), _nothing(inputs, kinds or all_kinds())
        )
        raise InputError(first.error, first.hint)
    samples = tuple(_as_known(sample, by_origin.get(sample.origin)) for sample in new)
    return Inputs(samples, (*problems, *unused_choice_notices(new, columns, header), *_changed(new, samples)))


def add_inputs(session: Session, new_inputs: Inputs) -> tuple[Sample, ...]:
    """Put what was found into a session, and return it as it is there."""
    known = {sample.origin: sample for sample in session.samples()}
    session.add_samples([sample for sample in new_inputs.samples if sample.origin not in known])
    for sample in new_inputs.samples:
        if sample.origin in known and sample.references != known[sample.origin].references:
            session.set_reference(sample.name, sample.reference, sample.more_references)
    return new_inputs.samples


def _nothing(inputs: Sequence[Path], kinds: frozenset[Kind]) -> Problem:
    what = " and no ".join(sorted(kinds))
    wanted = " or ".join(SAMPLE_KINDS.get(kind).plural for kind in sorted(kinds))
    path = inputs[0] if inputs else Path()
    return Problem(path, f"{path} holds no {what}.", f"Name {wanted}.")


def _as_known(sample: Sample, old: Sample | None) -> Sample:
    if old is None:
        return sample
    return old if _same_reference(sample, old) else _with_references_of(sample, old)


def _with_references_of(sample: Sample, old: Sample) -> Sample:
    return msgspec.structs.replace(old, reference=sample.reference, more_references=sample.more_references)


def _same_reference(sample: Sample, old: Sample) -> bool:
    if sample.reference is None:
        return True
    ours, theirs = ([(one.path, one.text) for one in each.references] for each in (sample, old))
    return ours == theirs


def _changed(new_inputs: Sequence[Sample], samples: Sequence[Sample]) -> list[Problem]:
    """Records whose text is another one than when they came into the session."""
    changed = [new for new, kept in zip(new_inputs, samples, strict=True) if new.text != kept.text]
    if not changed:
        return []
    many = "record has" if len(changed) == 1 else "records have"
    words = f"{len(changed):,} {many} changed since; the session keeps the earlier text, such as that of {{}}."
    return [Notice(Path(changed[0].path), words.format(changed[0].filename), "Save the file under another name.")]
