"""What a search takes of a data set whose layout is known: the chosen splits and references, said in words."""

from collections.abc import Iterator, Sequence

from granview.core.errors import InputError
from granview.core.sample_kind import SAMPLE_KINDS
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, default_splits
from granview.io.layout import LAYOUTS
from granview.io.leftovers import counted
from granview.io.search_events import Notice, Problem, RefusedReference, WrongChoice


def members_of(data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
    """The chosen inputs of a data set with their references; first, in words, what is taken and what is left.

    Args:
        data_set: The data set.
        choice: What is chosen of it; a split or reference set that it has not is refused, and nothing is taken.
    """
    try:
        settled = checked_choice(data_set, choice)
    except InputError as error:
        yield WrongChoice(data_set.root, error.message, error.hint)
        return
    yield Notice(data_set.root, _taken(data_set, settled), _how_to_choose(data_set))
    yield from (Notice(data_set.root, note) for note in data_set.notes)
    yield from (_left_alone(leftover) for leftover in data_set.leftovers)
    try:
        yield from LAYOUTS.get(data_set.layout).members(data_set, settled)
    except InputError as error:
        yield Problem(data_set.root, error.message, error.hint)


def checked_choice(data_set: DataSet, choice: DataSetChoice) -> DataSetChoice:
    """A choice with the usual splits by name where nobody has chosen; None where the data set has no splits.

    Raises:
        InputError: the data set has no such split or sort of reference.
    """
    splits = default_splits(data_set) if choice.splits is None else choice.splits
    _check(data_set, "split", splits, [split.name for split in data_set.splits])
    known = [each.name for each in data_set.references]
    if choice.references is not None:
        _check(data_set, "sort of reference", choice.references, known)
    return DataSetChoice(splits if data_set.splits else None, choice.references)


def _check(data_set: DataSet, what: str, wanted: Sequence[str], known: Sequence[str]) -> None:
    missing = [name for name in wanted if name not in known]
    if missing and known:
        raise InputError(
            f"{data_set.root.name}, read as {data_set.title}, has no {what} '{missing[0]}'.",
            f"It has: {', '.join(known)}.",
        )


def _taken(data_set: DataSet, choice: DataSetChoice) -> str:
    noun = SAMPLE_KINDS.get(LAYOUTS.get(data_set.layout).kind).plural
    words = f"{data_set.root.name} is laid out as {data_set.title} ({data_set.evidence}): "
    if choice.splits is None:
        return f"{words}{data_set.n_inputs:,} {noun} are taken."
    n = sum(split.n_inputs for split in data_set.splits if split.name in choice.splits)
    named = f"split{'' if len(choice.splits) == 1 else 's'} {', '.join(choice.splits)}"
    return f"{words}{n:,} of {data_set.n_inputs:,} {noun} are taken, the {named}."


def _how_to_choose(data_set: DataSet) -> str:
    splits = [f"{split.name} ({split.n_inputs:,})" for split in data_set.splits]
    sets = [f"{each.name} ({each.n:,})" for each in data_set.references]
    listed = (("Splits", splits), ("References", sets))
    return " ".join(f"{title}: {', '.join(named)}." for title, named in listed if len(named) > 1)


def _left_alone(leftover: Leftover) -> Problem:
    is_left = "is" if leftover.n == 1 else "are"
    words = f"{counted(leftover.sort, leftover.n)} {is_left} left alone: {leftover.reason}"
    return RefusedReference(leftover.example, words, leftover.hint, (leftover,))
