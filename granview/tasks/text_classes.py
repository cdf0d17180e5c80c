"""The classes of a model and those of a text's reference, in one label set and in one language: that of the scores."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from granview.core.class_matching import ClassMatch, Pairs, ambiguous_spellings, canonical_spelling, match_names
from granview.core.labels import ClassMap, Color, LabelSet, normalized
from granview.core.palette import nth_color
from granview.core.text import NO_NAMES, DataSetNames, TextReference
from granview.scoring.matched_names import MatchedNames
from granview.tasks.base import TASKS

S = TypeVar("S", TextReference, DataSetNames)
_Reader = Callable[[S], tuple[str, ...]]


@dataclass(frozen=True)
class JointClasses:
    """One label set for what the model says and what is true.

    Attributes:
        labels: The model's classes, under the reference's names where they have been edited; then those of the
            reference that the model lacks.
        class_map: Index in ``labels`` of each class of the model.
        reference: Index in ``labels`` of each name that the reference says of this text.
        known: All classes of the reference's data set, as it first spells them.
        here: Those of them that the reference says of this text.
        respelled: Other spellings in the reference, each with the class that it is.
        match: How the two belong together.
    """

    labels: LabelSet
    class_map: ClassMap
    reference: tuple[int, ...]
    known: tuple[str, ...]
    here: tuple[str, ...]
    respelled: Pairs
    match: ClassMatch

    def targets(self) -> list[int]:
        """The class map as a plain list."""
        return [target for target in self.class_map.targets if target is not None]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of the reference's data set that no class of the model is."""
        return tuple(self.known[place] for place in self.match.lacking)


def join_classes(
    model: LabelSet, names: Sequence[str], edits: Mapping[str, str], known: Sequence[str] = ()
) -> JointClasses:
    """Bring a model's classes and a reference's names together, see ``granview.core.class_matching``.

    An edit gives a class of the model another name; one to the empty string sets it apart from any name. Usual
    spellings of one class in the reference are that class, unless the model or the edits tell them apart.

    Args:
        model: The model's classes.
        names: What the reference says of a text.
        edits: The class map.
        known: What the reference's data set says of any text; the joint label set is the same for all of them.
    """
    return _join(model, tuple(names), tuple(edits.items()), tuple(known))


@lru_cache(maxsize=256)
def _join(model: LabelSet, names: tuple[str, ...], edits: Pairs, known: tuple[str, ...]) -> JointClasses:
    """Remembered, because the texts of a run share their few names."""
    spellings = _Spellings(
        (*known, *names), ambiguous_spellings(model.names) | ambiguous_spellings(name for _, name in edits if name)
    )
    every, edits = spellings.classes, tuple((name, spellings.of(target)) for name, target in edits)
    match = match_names(model.names, every, edits, is_whole=bool(known))
    joint = _Joint()
    renamed = {normalized(name): target or f"{name} (model)" for name, target in edits}
    targets = [
        joint.place(renamed.get(normalized(name), name), color, target)
        for name, color, target in zip(model.names, model.colors, match.class_map.targets, strict=True)
    ]
    for place in match.lacking:
        joint.place(every[place], nth_color(len(joint.names)), place)
    here = tuple(map(spellings.of, names))
    reference = tuple(joint.places[every.index(name)] for name in here)
    labels = LabelSet(tuple(joint.names), tuple(joint.colors), void=None)
    return JointClasses(labels, ClassMap(tuple(targets)), reference, every, here, spellings.others, match)


class _Spellings:
    """The classes of a reference, each as it is first spelled; usual spellings are one class unless told apart."""

    def __init__(self, names: Sequence[str], apart: frozenset[str]) -> None:
        self._apart = apart
        self._first = {self._key(name): name for name in reversed(names)}
        self.classes = tuple(dict.fromkeys(map(self.of, names)))
        pairs: dict[str, tuple[str, str]] = {}
        for name in names:
            pairs.setdefault(normalized(name), (name, self.of(name)))
        self.others: Pairs = tuple(pair for key, pair in pairs.items() if key != normalized(pair[1]))

    def of(self, name: str) -> str:
        """The class of this name; the name itself where there is none."""
        return self._first.get(self._key(name), name)

    def _key(self, name: str) -> str:
        spelling = canonical_spelling(name)
        return normalized(name) if spelling in self._apart else spelling


class _Joint:
    """A label set that grows. Its classes are told apart by the reference's, or else by name."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.colors: list[Color] = []
        self.places: dict[int | str, int] = {}

    def place(self, name: str, color: Color, target: int | None) -> int:
        """Where a class stands; at the end if it is new."""
        place = self.places.setdefault(normalized(name) if target is None else target, len(self.names))
        if place == len(self.names):
            self.names.append(name)
            self.colors.append(color)
        return place


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
    facts = TASKS.get(task).inputs.facts if task in TASKS else frozenset[str]()
    names = _first_of(_NAMES, facts, known or TextReference())
    of_any = _first_of(_OF_DATA_SET, facts, data_set)
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


def _first_of(readers: Mapping[str, _Reader[S]], facts: frozenset[str], source: S) -> tuple[str, ...]:
    """What is read of one of the facts; nothing where none of them names classes."""
    return next((read(source) for fact, read in readers.items() if fact in facts), ())


def _labels(known: TextReference) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known.labels or ()))


def _types(known: TextReference) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.label for span in known.entities or ()))


_NAMES: Final[Mapping[str, Callable[[TextReference], tuple[str, ...]]]] = {"labels": _labels, "entities": _types}
"""What a reference says of classes, by the fact that says it."""

_OF_DATA_SET: Final[Mapping[str, Callable[[DataSetNames], tuple[str, ...]]]] = {
    "labels": lambda names: names.labels,
    "entities": lambda names: names.types,
}
"""What its data set says of them anywhere."""
