"""A lane's classes and those of a text's reference in one language: that of the scores."""

from collections.abc import Callable, Mapping
from typing import Final

from granview.core.labels import LabelSet
from granview.core.text import NO_NAMES, DataSetNames, TextReference
from granview.scoring.matched_names import MatchedNames
from granview.tasks.text_classes import join_classes


def matched_names(
    task: str,
    model: LabelSet,
    known: TextReference | None,
    edits: Mapping[str, str],
    data_set: DataSetNames = NO_NAMES,
) -> MatchedNames:
    """What the classes of a model and of a reference are called when they are scored, see ``join_classes``.

    Args:
        task: The lane's task: what it is scored against.
        model: The model's own classes.
        known: The reference; None where there is none.
        edits: Name in the reference by the model's own; empty: none.
        data_set: What the reference's data set says of any text.
    """
    names = _NAMES.get(task, _none)(known or TextReference())
    of_any = _OF_DATA_SET.get(task, _none_of_any)(data_set)
    every = tuple(dict.fromkeys((*names, *of_any)))
    classes = join_classes(model, every, edits, of_any)
    places = dict(zip(reversed(classes.reference), reversed(every), strict=True))
    spelled = [places.get(place, name) for place, name in enumerate(classes.labels.names)]
    said = {name: spelled[target] for name, target in zip(model.names, classes.targets(), strict=True)}
    own = zip(every, classes.reference, strict=True)
    return MatchedNames(said, {name: spelled[place] for name, place in own if name in names})


def reference_class_names(known: TextReference | None) -> tuple[str, ...]:
    """The classes and entity types that a reference says, each once."""
    if known is None:
        return ()
    return tuple(dict.fromkeys((*_labels(known), *_types(known))))


def _none(_: TextReference) -> tuple[str, ...]:
    return ()


def _none_of_any(_: DataSetNames) -> tuple[str, ...]:
    return ()


def _labels(known: TextReference) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known.labels or ()))


def _types(known: TextReference) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.label for span in known.entities or ()))


_NAMES: Final = {"text-classification": _labels, "token-classification": _types}
"""What a reference says of the classes of a task."""

_OF_DATA_SET: Final[Mapping[str, Callable[[DataSetNames], tuple[str, ...]]]] = {
    "text-classification": lambda names: names.labels,
    "token-classification": lambda names: names.types,
}
"""What its data set says of them anywhere."""
