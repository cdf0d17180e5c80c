"""Which sorts of ground truth of a data set are taken: of those of one truth, one."""

from granview.core.errors import InputError
from granview.io.data_set import AS_THE_LAYOUT_SAYS, DataSet, DataSetChoice, ReferenceSet, default_splits


def taken_sets(data_set: DataSet, choice: DataSetChoice) -> tuple[str, ...]:
    """The reference sets that are read: the chosen ones, else the first of each truth that any input has.

    Raises:
        InputError: two of one truth are chosen.
    """
    if choice.references is None:
        return usual_sets(data_set, choice)
    taken: dict[str, ReferenceSet] = {}
    for each in data_set.references:
        if each.name not in choice.references:
            continue
        other = taken.setdefault(each.truth or each.name, each)
        if other is not each:
            raise InputError(
                f"{data_set.root.name}: {other.title} and {each.title} are both {each.truth}, so one can be taken.",
                f"Choose {other.name} or {each.name}.",
            )
    return tuple(each.name for each in taken.values())


def usual_sets(data_set: DataSet, choice: DataSetChoice = AS_THE_LAYOUT_SAYS) -> tuple[str, ...]:
    """The reference sets that are read where nobody has chosen: of each truth, that which most chosen inputs have.

    Where several are as frequent, or nothing tells, the first of them in the data set counts.
    """
    counts = {each.name: n for each in data_set.references if (n := _n_chosen(data_set, choice, each))}
    best: dict[str, str] = {}
    for each in data_set.references:
        if each.name in counts:
            known = best.setdefault(each.truth or each.name, each.name)
            if counts[each.name] > counts[known]:
                best[each.truth] = each.name
    return tuple(best.values())


def _n_chosen(data_set: DataSet, choice: DataSetChoice, wanted: ReferenceSet) -> int:
    """How many of the chosen inputs have references of a set; 1 where it is only known that some have."""
    names = default_splits(data_set) if choice.splits is None else choice.splits
    splits = [split for split in data_set.splits if split.name in names and split.n_by_set]
    return sum(split.n_by_set.get(wanted.name, 0) for split in splits) if splits else min(wanted.n, 1)
