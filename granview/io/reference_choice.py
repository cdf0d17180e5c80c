"""Which sorts of ground truth of a data set are taken: of those of one truth, one."""

from granview.core.errors import InputError
from granview.io.data_set import DataSet, DataSetChoice, ReferenceSet


def taken_sets(data_set: DataSet, choice: DataSetChoice) -> tuple[str, ...]:
    """The reference sets that are read: the chosen ones, else the first of each truth that any input has.

    Raises:
        InputError: two of one truth are chosen.
    """
    if choice.references is None:
        return usual_sets(data_set)
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


def usual_sets(data_set: DataSet) -> tuple[str, ...]:
    """The reference sets that are read where nobody has chosen."""
    held = [each for each in data_set.references if each.n]
    return tuple({each.truth or each.name: each.name for each in reversed(held)}.values())[::-1]
