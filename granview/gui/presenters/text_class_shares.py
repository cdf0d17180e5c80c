"""How much of each class or entity type there is in what is said about a text."""

from collections import Counter

from granview.core.prediction import ClassAmounts
from granview.core.text import TextReference
from granview.scoring.matched_names import MatchedNames


def in_common(amounts: ClassAmounts, names: MatchedNames) -> ClassAmounts:
    """The same by common names; classes that count as one add up."""
    found: dict[str, float] = {}
    for name, amount in amounts.amounts.items():
        found[names.of_model(name)] = found.get(names.of_model(name), 0.0) + amount
    return ClassAmounts(amounts.measure, found)


def amounts_known(reference: TextReference | None) -> ClassAmounts | None:
    """What is known to be true; None where nothing of the kind is."""
    if reference is None:
        return None
    if reference.entities is not None:
        return ClassAmounts("count", Counter(span.label for span in reference.entities))
    if reference.labels is not None:
        return ClassAmounts("probability", dict.fromkeys(reference.labels, 1.0))
    return None
