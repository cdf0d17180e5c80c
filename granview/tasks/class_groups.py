"""Groups of classes that are alike: as somebody has said, or as the classes' own names say before a slash."""

from collections.abc import Iterable, Sequence

from granview.core.class_matching import canonical_spelling


class ClassGroups:
    """Which classes are in one group.

    Args:
        named: Each group as it is typed: its classes joined by ``+``.
        names: The classes that there are. One called ``dog/beagle`` is of the group ``dog``, unless ``named`` says.
    """

    def __init__(self, named: Iterable[str], names: Sequence[str]) -> None:
        said = [[canonical_spelling(name) for name in group.split("+") if name.strip()] for group in named]
        typed = {name: str(place) for place, group in enumerate(said) for name in group}
        self._group = [typed.get(canonical_spelling(name)) or _prefix(name) for name in names]

    def of(self, index: int) -> str | None:
        """The group of a class; None where it is in none."""
        return self._group[index]

    def n_others(self, index: int) -> int:
        """How many other classes are in a class's group; 0 where it is in none."""
        group = self._group[index]
        return 0 if group is None else self._group.count(group) - 1

    def is_near(self, one: int, other: int) -> bool:
        """Whether two classes are in one group."""
        group = self._group[one]
        return group is not None and group == self._group[other]


def _prefix(name: str) -> str | None:
    before, slash, after = name.rpartition("/")
    return f"{before}/" if slash and before.strip() and after.strip() else None
