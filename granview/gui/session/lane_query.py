"""From what the user chose to the question that one lane is asked."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.labels import LabelSet
from granview.gui.model.explain_state import ExplainChoice

PREFERRED: Final = (
    *("attention", "grad-cam", "integrated-gradients", "rollout"),
    *("mean-attention", "relevance", "input-gradients"),
)
"""Methods, those first that say most at a glance."""


def lane_query(
    choice: ExplainChoice, lane: str, facts: ExplainFacts | None, labels: LabelSet | None
) -> ExplainQuery | None:
    """The question as this lane is asked it: with its own index of the class, and a layer only where it has that.

    Args:
        choice: What the user chose.
        lane: The lane's name.
        facts: What it can be asked; None while that is not known.
        labels: Its classes; None while its model has never been loaded.

    Returns:
        None where the lane is only asked what can be asked.
    """
    query = choice.query(lane)
    if query is None:
        return None
    layers = () if facts is None else facts.target_layers
    return msgspec.structs.replace(
        query,
        target=labels.index(choice.target) if choice.target and labels is not None else None,
        target_layer=choice.target_layer if choice.target_layer in layers else "",
    )


def unknown_class(choice: ExplainChoice, labels: LabelSet | None) -> str:
    """The class that was chosen, where a lane of these classes does not know it; empty otherwise."""
    unknown = choice.target and labels is not None and labels.index(choice.target) is None
    return choice.target if unknown else ""


def preferred_method(facts: Iterable[ExplainFacts]) -> str:
    """The method that most lanes offer, of several the one that says most at a glance; empty where none is offered."""
    offered = Counter(method.name for each in facts for method in each.methods if method.offered)
    best = max(PREFERRED, key=lambda name: (offered[name], -PREFERRED.index(name)))
    return best if offered[best] else ""
