"""Names of places and things in English."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.report.verdict.figures import bucket_ends
from granview.report.verdict.statement import Dimension, Subgroup

MOST_NAMED: Final = 4
"""Classes that are named in a sentence; of more it says how many."""

_THINGS: Final = frozenset(
    {
        *("Region size", "Object size", "Segment size", "Entity length", "Text length", "Answer length"),
        *("Target length", "Thinness", "Negations"),
    }
)
"""Titles of axes that need not be said beside the kind of units and the unit of the number."""

_OTHER_THINGS: Final = {"Wavelength of detail": "detail with wavelengths"}
"""By the title of an axis, what has that size, where it is not the kind of units."""


@dataclass(frozen=True)
class _Sizes:
    """How a bucket is said: without a lower end, between two, at one, without an upper end."""

    below: str
    between: str
    at: str
    above: str


_PLAIN: Final = _Sizes("below {high}{unit}", "{low} to {high}{unit}", "{low}{unit}", "{low}{unit} or more")
_OF_THING: Final = _Sizes("below {high}{unit}", "of {low} to {high}{unit}", "of {low}{unit}", "of {low}{unit} or more")
_OWN: Final = {
    "Thinness": _Sizes(
        "less than {high} times as long as wide",
        "{low} to {high} times as long as wide",
        "{low} times as long as wide",
        "at least {low} times as long as wide",
    ),
    "Negations": _Sizes(
        "with fewer than {high} negations",
        "with {low} to {high} negations",
        "with {low} negations",
        "with {low} or more negations",
    ),
}
"""By the title of an axis, where it is not said as others are."""

_AT_ONE: Final = {"Negations": "with 1 negation"}
"""By the title of an axis, what is said of one, where that is not said as of other numbers."""

_KINDS: Final = {
    "region": ("region", "regions"),
    "boundary": ("boundary", "boundaries"),
    "object": ("object", "objects"),
    "segment": ("segment", "segments"),
    "entity": ("entity", "entities"),
    "text": ("text", "texts"),
    "picture": ("picture", "pictures"),
    "octave": ("octave", "octaves"),
    "target": ("target", "targets"),
    "mask": ("mask", "masks"),
    "answer": ("answer", "answers"),
}


def plural(n: int | str, one: str, many: str) -> str:
    """A count with its noun; ``n`` as a number or as it is written."""
    return f"{n} {one if str(n) == '1' else many}"


def units_of(n: str, kind: str) -> str:
    """So many units of a kind."""
    one, many = _KINDS.get(kind, ("unit", "units"))
    return plural(n, one, many)


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def place_in_line(place: Subgroup) -> str:
    """Such as ``regions of 2 to 64 px``, ``class cell``: as the begin of a line."""
    return place_names([place]).removeprefix("the ")


def place_names(places: Sequence[Subgroup]) -> str:
    """Places in one phrase: buckets, then classes, then slices; of many classes the first few, and how many more."""
    titles = dict.fromkeys(place.title for place in places if place.dimension is Dimension.GRAIN)
    phrases = [_buckets([place for place in places if place.title == title]) for title in titles]
    classes = [place.name for place in places if place.dimension is Dimension.CLASS]
    if len(classes) > MOST_NAMED + 1:
        classes = [*classes[:MOST_NAMED], f"{len(classes) - MOST_NAMED} more"]
    if classes:
        phrases.append(f"the {'class' if len(classes) == 1 else 'classes'} {listed(classes)}")
    phrases += [f"the slice “{place.name}”" for place in places if place.dimension is Dimension.SLICE]
    return phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])}, and {phrases[-1]}"


def _buckets(places: Sequence[Subgroup]) -> str:
    """Buckets of one axis."""
    first = places[0]
    thing = _thing_of(first)
    sizes = _OWN.get(first.title, _OF_THING if thing else _PLAIN)
    return f"{thing or first.title.lower()} {listed([_size(place, sizes) for place in places])}"


def _thing_of(place: Subgroup) -> str:
    """What a bucket holds, where that says what is measured too; empty for others."""
    if place.title in _OTHER_THINGS:
        return _OTHER_THINGS[place.title]
    return _KINDS[place.kind][1] if place.title in _THINGS and place.kind in _KINDS else ""


def _size(place: Subgroup, sizes: _Sizes) -> str:
    low, high = bucket_ends(place)
    if low == high == "1" and place.title in _AT_ONE:
        return _AT_ONE[place.title]
    unit = place.unit.removesuffix("s") if low == high == "1" else place.unit
    if not low and not high:
        return "of any size"
    pattern = sizes.below if not low else sizes.above if not high else sizes.at if low == high else sizes.between
    return pattern.format(low=low, high=high, unit=f" {unit}" if unit else "")
