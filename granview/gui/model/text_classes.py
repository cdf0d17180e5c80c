"""How much of each class or entity type there is in what is said about a text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.text import TextReference
from granview.core.text_prediction import ClassScores, Entities
from granview.scoring.common_names import CommonNames


@dataclass(frozen=True)
class ClassAmounts:
    """Amounts by class name: probabilities, 0 to 1, or counts."""

    measure: Literal["probability", "count"]
    amounts: Mapping[str, float]


def amounts_of(said: Prediction | None, labels: LabelSet) -> ClassAmounts | None:
    """What a lane says, in the names of its label set; None for what has no classes."""
    if isinstance(said, ClassScores) and len(said.scores) == len(labels):
        return ClassAmounts("probability", dict(zip(labels.names, said.scores.tolist(), strict=True)))
    if isinstance(said, Entities):
        found = Counter(labels.names[place] for place in said.types.tolist() if place < len(labels))
        return ClassAmounts("count", {name: found[name] for name in labels.names})
    return None


def in_common(amounts: ClassAmounts, names: CommonNames) -> ClassAmounts:
    """The same by common names; classes that count as one add up."""
    found: dict[str, float] = {}
    for name, amount in amounts.amounts.items():
        found[names.of_said(name)] = found.get(names.of_said(name), 0.0) + amount
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
