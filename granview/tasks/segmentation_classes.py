"""How a segmentation model's classes go into a reference's, and what the user must know about it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import numpy as np

from granview.core.class_matching import ClassMatch, Pairs, match_classes
from granview.core.labels import FOREGROUND, LabelSet
from granview.scoring.label_space import LabelPair, Labels
from granview.tasks.class_matching_notices import listed, matching_notices

_MUCH_UNCOUNTED: Final = 0.1
"""From this share of predicted pixels on that count for no class, a sample says so."""

_NO_CLASS: Final = "no class"


def find_class_map(
    model: LabelSet, reference: LabelSet, edits: Mapping[str, str]
) -> tuple[ClassMatch, tuple[str, ...]]:
    """Match classes by name, with the user's edits, and say in notices what did not match.

    An edit to a class that this reference does not have is left out, with a notice: edits hold for a whole run,
    whose references may differ. A reference class that is void has no counterpart.

    Returns:
        How they belong together, and sentences for the user.
    """
    return _find_class_map(model, reference, tuple(edits.items()))


@lru_cache(maxsize=32)
def _find_class_map(
    model: LabelSet, reference: LabelSet, edits: tuple[tuple[str, str], ...]
) -> tuple[ClassMatch, tuple[str, ...]]:
    """Remembered, because the samples of a run share their label sets, and names take longer to match than pixels."""
    usable = {name: target for name, target in edits if not target or reference.index(target) is not None}
    match = match_classes(model, reference, usable)
    notices = [
        f"The class edit '{name}' to '{target}' does not apply: the reference has no class '{target}'."
        for name, target in edits
        if name not in usable
    ]
    names_text = matching_notices(match, model.names, reference.names, reference.names, "class")
    return match, (*notices, *_in_order(match.in_order), *names_text, *_foreground(match, reference))


def uncounted_notice(prediction: Labels, pair: LabelPair, model: LabelSet) -> tuple[str, ...]:
    """A notice where much of a prediction is of classes that count for none of the reference's: a lane that looks bad.

    Args:
        prediction: The model's label map, (H, W) uint8 or uint16.
        pair: The same in the reference's label space.
        model: The model's classes.
    """
    counts = np.bincount(prediction[pair.prediction == pair.other])
    n_scored = np.count_nonzero(pair.prediction != pair.ignored)
    share = counts.sum() / n_scored if n_scored else 0.0
    if share < _MUCH_UNCOUNTED:
        return ()
    most_first = np.argsort(-counts, kind="stable")
    names = [model.names[place] if place < len(model) else _NO_CLASS for place in most_first if counts[place]]
    names_text = listed(list(dict.fromkeys(names)))
    return (
        f"{round(100 * share)} % of the pixels that it predicts belong to classes that count for none: {names_text}.",
    )


def _in_order(pairs: Pairs) -> tuple[str, ...]:
    """A notice about classes of other names that were matched by their order alone."""
    taken = ", ".join(f"{ours} as {theirs}" for ours, theirs in pairs)
    return (f"The model's classes were taken in order: {taken}.",) if pairs else ()


def _foreground(match: ClassMatch, reference: LabelSet) -> tuple[str, ...]:
    is_asked = [reference.names[place] for place in match.lacking] == [FOREGROUND]
    return ("Say in the class map which of its classes are the foreground.",) if is_asked and match.is_settled else ()
