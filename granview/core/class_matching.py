"""Which class of a model is which class of a reference: the one rule of every task, and of all that is drawn.

In this order, and each step only for what the ones before have left:

1. what the user has said in the class map;
2. the same name, exactly or but for case, spaces, underscores and hyphens;
3. another usual spelling of the name (``PER`` and ``person``, ``1`` and ``1.0``, with quotes or a full stop around it),
   unless one side has several of them;
4. a number in the reference: the model's class of that index, by its ``id2label``. The numbers must begin at 0 (of two
   classes 1 may stand alone) and end within the model's classes: 1 to n count from one. Classes with names are only
   counted where all of the reference's are numbers that reach from 0 to the model's last class (of two: where they are
   0 and 1, or one of them), and no number stands in the model's names: 0 and 1 may well mean the first and the last of
   three;
5. the two classes of a model to background and foreground, in order, where nobody has named the two values of a mask.

A lane is scored against a label set where that is **settled**: more than half of the reference's classes have a
counterpart, or every class of the model has one that the user has not set apart, so that it can say nothing else. What
then has none counts as missed, in every lane alike. Else the two may speak of the same in other words, which tells
nothing about who is right: the lane is not scored, and says so. Nothing else than the two label sets and the class map
decides, whatever samples and files stand beside.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from granview.core.labels import BACKGROUND, FOREGROUND, ClassMap, LabelSet, normalized

_SPELLINGS: Final = (
    ("per", "person"),
    ("loc", "location"),
    ("org", "organization", "organisation"),
    ("misc", "miscellaneous"),
    ("pos", "positive"),
    ("neg", "negative"),
    ("neu", "neutral"),
)
_SHORTEST: Final = {spelling: group[0] for group in _SPELLINGS for spelling in group}
_WHOLE: Final = re.compile(r"(-?[0-9]{1,9})\.0*")
"""A whole number as a table writes it whose column also has empty cells."""

_AROUND: Final = ".,;:!?\"'`´‘’‚“”„«»‹›"
"""What stands around a name in a sentence, and is no part of it."""


def canonical_spelling(name: str) -> str:
    """The shortest spelling of a class, normalized; the name itself, normalized, where no other way is usual.

    Whole numbers have no decimals (``1.0``), and words neither quotes around them nor a full stop behind.
    """
    key = normalized(name)
    bare = key.strip(_AROUND)
    key = bare if any(map(str.isalnum, bare)) else key
    if number := _WHOLE.fullmatch(key):
        return number[1]
    return _SHORTEST.get(key, key)


def ambiguous_spellings(names: Iterable[str]) -> frozenset[str]:
    """The usual spellings that are several classes in one list, which has them in different ways."""
    counts = Counter(map(canonical_spelling, {normalized(name) for name in names}))
    return frozenset(spelling for spelling, n in counts.items() if n > 1)


def class_keys(lists: Sequence[Iterable[str]]) -> dict[str, str]:
    """What tells the classes of several lists apart, by normalized name, in order of first appearance.

    Usual spellings of one class are the same, unless one of the lists has several of them.
    """
    distinct = [dict.fromkeys(map(normalized, names)) for names in lists]
    apart = frozenset().union(*map(ambiguous_spellings, lists))
    every = dict.fromkeys(name for names in distinct for name in names)
    return {name: name if canonical_spelling(name) in apart else canonical_spelling(name) for name in every}


_NUMBER: Final = re.compile(r"(?:label)?([0-9]{1,9})")
"""A class by its index, as a number or as transformers calls the classes of a model whose config has no names."""

_HAS_NUMBER: Final = re.compile(r"(?<![0-9A-Za-z])[0-9]+(?![0-9A-Za-z])")

Pairs = tuple[tuple[str, str], ...]
"""A name of the model and the name of the reference that it counts for."""


@dataclass(frozen=True)
class ClassMatch:
    """How the classes of a model and of a reference belong together.

    Attributes:
        class_map: For each class of the model its index in the reference, or None.
        lacking: The reference's classes, by index, that no class of the model is; void is none of them.
        is_settled: Whether the lane is scored against this label set.
        respelled: Classes that match by another usual spelling.
        numbered: Classes that match by their index.
        in_order: Classes that match as background and foreground.
    """

    class_map: ClassMap
    lacking: tuple[int, ...]
    is_settled: bool
    respelled: Pairs = ()
    numbered: Pairs = ()
    in_order: Pairs = ()


def match_classes(model: LabelSet, reference: LabelSet, edits: Mapping[str, str] | None = None) -> ClassMatch:
    """Match a model's classes to a reference's; see above.

    Args:
        model: The model's classes.
        reference: All classes that the reference's data set has.
        edits: The class map: the reference's name by the model's, or an empty one for none. What leads to a name that
            the reference does not have leads to none.
    """
    return match_names(model.names, reference.names, tuple((edits or {}).items()), reference.void)


@lru_cache(maxsize=256)
def match_names(
    model: tuple[str, ...],
    reference: tuple[str, ...],
    edits: Pairs = (),
    void: int | None = None,
    by_number: bool = True,
    is_whole: bool = True,
) -> ClassMatch:
    """As ``match_classes``, by names. Remembered, since the samples of a run share their label sets.

    Args:
        model: The model's classes.
        reference: The reference's.
        edits: The class map.
        void: The reference's class that nobody is scored on.
        by_number: Whether numbers may be indices; those of another lane are not.
        is_whole: Whether these are all names of the reference's data set, or only those of one sample, whose numbers
            need not reach anywhere.
    """
    matching = _Matching(model, reference, edits)
    matching.by_edit()
    matching.by_name()
    respelled = matching.by_spelling()
    numbered = matching.by_index(is_whole) if by_number else ()
    in_order = matching.by_order()
    return matching.match(void, respelled, numbered, in_order)


class _Matching:
    def __init__(self, model: Sequence[str], reference: Sequence[str], edits: Pairs) -> None:
        self._model = model
        self._reference = reference
        self._edits = {normalized(name): target for name, target in edits}
        self._targets: list[int | None] = [None] * len(model)
        self._places = {normalized(name): place for place, name in reversed(list(enumerate(reference)))}
        self._free = [place for place, name in enumerate(model) if normalized(name) not in self._edits]

    def by_edit(self) -> None:
        for place, name in enumerate(self._model):
            if target := self._edits.get(normalized(name)):
                self._targets[place] = self._places.get(normalized(target))

    def by_name(self) -> None:
        exact = {name: place for place, name in reversed(list(enumerate(self._reference)))}
        for place in self._free:
            name = self._model[place]
            self._targets[place] = exact.get(name, self._places.get(normalized(name)))

    def by_spelling(self) -> Pairs:
        theirs = Counter(canonical_spelling(name) for name in {normalized(name) for name in self._reference})
        ours = Counter(canonical_spelling(name) for name in {normalized(self._model[place]) for place in self._free})
        wanted = {canonical_spelling(self._reference[place]): place for place in self._left()}
        pairs = []
        for place in self._free:
            key = canonical_spelling(self._model[place])
            if self._targets[place] is None and key in wanted and theirs[key] == ours[key] == 1:
                pairs.append((place, wanted[key]))
        return self._take(pairs)

    def by_index(self, is_whole: bool) -> Pairs:
        numbers = {place: number for place in self._left() if (number := _number(self._reference[place])) is not None}
        if not (self._begins_at_zero(is_whole) and self._is_certain(list(numbers.values()), is_whole)):
            return ()
        free = {place for place in self._free if self._targets[place] is None}
        return self._take([(number, place) for place, number in numbers.items() if number in free])

    def _begins_at_zero(self, is_whole: bool) -> bool:
        """Whether all numbers of the reference may be indices: 1 to n count from one, and are off by one."""
        numbers = [number for name in self._reference if (number := _number(name)) is not None]
        last = len(self._model) - 1
        return bool(numbers) and max(numbers) <= last and (min(numbers) == 0 or last <= 1 or not is_whole)

    def _is_certain(self, numbers: Sequence[int], is_whole: bool) -> bool:
        """Whether numbers are the indices of the model's classes, be it that these have no names."""
        if all(_number(name) == place for place, name in enumerate(self._model)):
            return True
        if not numbers or len(numbers) < len(self._reference) or any(map(_HAS_NUMBER.search, self._model)):
            return False
        last = len(self._model) - 1
        return (min(numbers), max(numbers)) == (0, last) if is_whole and last > 1 else max(numbers) <= last

    def by_order(self) -> Pairs:
        if len(self._model) != 2 or tuple(map(normalized, self._reference)) != (BACKGROUND, FOREGROUND):
            return ()
        free = (place for place in self._free if self._targets[place] is None)
        return self._take(list(zip(free, self._left(), strict=False)))

    def match(self, void: int | None, respelled: Pairs, numbered: Pairs, in_order: Pairs) -> ClassMatch:
        targets = [None if target == void else target for target in self._targets]
        reached = {target for target in targets if target is not None}
        wanted = {self._places[normalized(name)] for place, name in enumerate(self._reference) if place != void}
        can_say_no_other = all(self._targets[place] is not None for place in self._free)
        is_settled = not wanted or 2 * len(reached) > len(wanted) or (bool(reached) and can_say_no_other)
        lacking = tuple(sorted(wanted - reached - {void}))
        return ClassMatch(ClassMap(tuple(targets)), lacking, is_settled, respelled, numbered, in_order)

    def _left(self) -> list[int]:
        """The reference's classes that nothing has led to."""
        reached = set(self._targets)
        return [place for place in range(len(self._reference)) if place not in reached]

    def _take(self, pairs: Sequence[tuple[int, int]]) -> Pairs:
        for ours, theirs in pairs:
            self._targets[ours] = theirs
        return tuple((self._model[ours], self._reference[theirs]) for ours, theirs in pairs)


def _number(name: str) -> int | None:
    found = _NUMBER.fullmatch(canonical_spelling(name))
    return None if found is None else int(found[1])
