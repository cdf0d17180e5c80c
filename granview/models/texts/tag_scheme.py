"""How a token classifier's tags make entities.

Read as the CoNLL scorers do, leniently: a tag of another type than the one before begins an entity, whatever its
prefix says (Tjong Kim Sang and De Meulder, "Introduction to the CoNLL-2003 shared task", 2003; the same rules as
seqeval's default mode). So IOB1, IOB2 and IO need not be told apart. BIOES, BILOU and BMES add tags that end an entity.
Without prefixes, neighbours of one label are one entity.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

OUTSIDE: Final = "O"
NO_TYPE: Final = -1
_TAG: Final = re.compile(r"([BIESLUM])[-_](.+)")
_BEGINS: Final = frozenset("BSU")
_ENDS: Final = frozenset("ESLU")


@dataclass(frozen=True)
class TagScheme:
    """What each tag of a model means. Make one with ``of``.

    Attributes:
        names: The tags as the model's config spells them.
        prefixes: ``B``, ``I``, ``E``, ``S``, ``L``, ``U``, ``M``, or empty.
        types: Index of each tag's type in ``type_names``, or ``NO_TYPE`` for the tag outside entities.
        type_names: The types of entities, in the order in which the tags first name them.
    """

    names: tuple[str, ...]
    prefixes: tuple[str, ...]
    types: tuple[int, ...]
    type_names: tuple[str, ...]

    @classmethod
    def of(cls, names: Sequence[str]) -> "TagScheme":
        """The scheme told from the tags' names."""
        known = _prefixes_known(names)
        parsed = [_taken_apart(name, known) for name in names]
        type_names = tuple(dict.fromkeys(kind for _, kind in parsed if kind is not None))
        types = tuple(NO_TYPE if kind is None else type_names.index(kind) for _, kind in parsed)
        return cls(tuple(names), tuple(prefix for prefix, _ in parsed), types, type_names)

    def entities(self, tags: Sequence[int], parted: Sequence[bool] = ()) -> list[tuple[int, int, int]]:
        """First token, token after the last, and type of each entity that a row of tags makes.

        Args:
            tags: Index of each token's tag.
            parted: For each token whether it cannot go on with the one before it; empty: none.
        """
        cut = [*parted] or [False] * len(tags)
        found: list[tuple[int, int, int]] = []
        for place, tag in enumerate(tags):
            kind = self.types[tag]
            if kind == NO_TYPE:
                continue
            if place and not cut[place] and self._goes_on(tags[place - 1], tag):
                first, _, kind = found[-1]
                found[-1] = (first, place + 1, kind)
            else:
                found.append((place, place + 1, kind))
        return found

    def _goes_on(self, before: int, tag: int) -> bool:
        """Whether a tag continues the entity of the one before it."""
        same = self.types[before] == self.types[tag]
        return same and self.prefixes[tag] not in _BEGINS and self.prefixes[before] not in _ENDS


def _prefixes_known(names: Sequence[str]) -> frozenset[str]:
    """The prefixes that these tags use; none where no tag begins or continues an entity."""
    seen = {match[1] for name in names if (match := _TAG.fullmatch(name))}
    if not seen & {"B", "I"}:
        return frozenset()
    return frozenset(seen)


def _taken_apart(name: str, known: frozenset[str]) -> tuple[str, str | None]:
    """Prefix and type of a tag; no type for the one outside entities."""
    if name == OUTSIDE:
        return "", None
    match = _TAG.fullmatch(name)
    if match and match[1] in known:
        return match[1], match[2]
    return "", name
