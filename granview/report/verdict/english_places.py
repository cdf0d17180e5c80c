"""Names of places and things in English."""

from collections.abc import Sequence
from typing import Final

from granview.report.verdict.facts import Dimension, Place
from granview.report.verdict.figures import bucket_ends

MOST_NAMED: Final = 4
"""Classes that are named in a sentence; of more it says how many."""

_THINGS: Final = {
    "Region size": "regions",
    "Object size": "objects",
    "Segment size": "segments",
    "Entity length": "entities",
    "Wavelength of detail": "detail with wavelengths",
}
"""What has the size that an axis measures."""

_KINDS: Final = {
    "region": ("region", "regions"),
    "boundary": ("boundary", "boundaries"),
    "object": ("object", "objects"),
    "segment": ("segment", "segments"),
    "entity": ("entity", "entities"),
    "text": ("text", "texts"),
    "picture": ("picture", "pictures"),
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


def place_name(place: Place) -> str:
    """Such as ``regions of 2 to 64 px``, ``the class cell``."""
    return place_names([place])


def place_names(places: Sequence[Place]) -> str:
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


def _buckets(places: Sequence[Place]) -> str:
    """Buckets of one axis."""
    thing, first = _THINGS.get(places[0].title), places[0]
    return f"{thing or first.title.lower()} {listed([_size(place, of='of ' if thing else '') for place in places])}"


def _size(place: Place, of: str) -> str:
    low, high = bucket_ends(place)
    unit = f" {place.unit}" if place.unit else ""
    if place.unit == "words" and low == high == "1":
        unit = " word"
    if not low:
        return f"below {high}{unit}" if high else f"{of}any size"
    if not high:
        return f"{of}{low}{unit} or more"
    return f"{of}{low}{unit}" if low == high else f"{of}{low} to {high}{unit}"
