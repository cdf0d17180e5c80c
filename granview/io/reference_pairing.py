"""Which reference belongs to which image, by their names (see ``pairing_names``)."""

import os
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from granview.io.namesakes import Namesakes
from granview.io.pairing_names import image_key, plain_stem, reference_names
from granview.io.picture_names import picture_suffixes
from granview.io.record_names import folded
from granview.io.regular_files import is_regular


class ReferenceIndex:
    """References by name; asks for the very same stem first, and for the like-named subfolder.

    A reference that two inputs of one name may claim alike is neither's.

    Args:
        format_name: The format of all of them; empty where their names tell.
        inputs: The inputs that they may belong to; None where no two of them have one name.

    Attributes:
        contested: By reference, the inputs that may claim it alike, so that none of them has it.
    """

    def __init__(self, format_name: str = "", inputs: Namesakes | None = None) -> None:
        self.format_name = format_name
        self.inputs = inputs or Namesakes()
        self.contested: dict[Path, dict[Path, None]] = {}
        self._by_name: dict[str, list[tuple[Path, Path]]] = {}
        self._unused: dict[Path, None] = {}
        self._references: set[Path] = set()
        self._n_by_key: dict[Path, Counter[str]] = {}

    def add(self, folder: Path, path: Path) -> None:
        """One more reference, lying in ``folder`` relative to the references' top."""
        if path in self._unused:
            return
        self._unused[path] = None
        self._references.add(path)
        for name in reference_names(path):
            self._by_name.setdefault(name, []).append((folder, path))

    def match(self, folder: Path, image: Path) -> list[Path]:
        """The references that an image may have, never the image itself; of several of one type it is not known which.

        Args:
            folder: The image's folder relative to the images' top; references in the same relative folder win.
            image: The image.
        """
        candidates = self._candidates(folder, image)
        if candidates:
            candidates = [path for path in candidates if not self._is_contested(path, folder, image)]
        for path in candidates:
            self._unused.pop(path, None)
        return candidates

    def _candidates(self, folder: Path, image: Path) -> list[Path]:
        rows = self._by_name.get(folded(image.stem)) or self._by_name.get(image_key(image)) or []
        rows = [(place, path) for place, path in rows if path != image]
        beside = [path for place, path in rows if place == folder or path.parent == image.parent]
        near = beside or [path for place, path in rows if _end_alike(place, folder) or _end_alike(place, image.parent)]
        far = [path for place, path in rows if not near and not _has_twin(image, place)]
        candidates = near or ([] if far and self._has_namesakes(folder, image) else far)
        candidates = [path for path in candidates if path.stem == image.stem] or candidates
        return [path for path in candidates if not _is_of_namesake(path, image)]

    def _is_contested(self, reference: Path, folder: Path, image: Path) -> bool:
        """Whether another input may claim a reference at least as well as this one."""
        own = _closeness(reference, image)
        rivals = {path: _closeness(reference, path) for _, path in self._rivals(reference, image)}
        best = max(rivals.values(), default=own)
        if best == own and rivals:
            tied = [path for path, closeness in rivals.items() if closeness == own]
            self.contested.setdefault(reference, {}).update(dict.fromkeys((*tied, image)))
            self._unused.pop(reference, None)
        return bool(rivals) and best >= own

    def _rivals(self, reference: Path, image: Path) -> list[tuple[Path, Path]]:
        others = [(place, path) for place, path in self.inputs.of(image) if path not in self._references]
        return [(place, path) for place, path in others if reference in self._candidates(place, path)]

    def _has_namesakes(self, folder: Path, image: Path) -> bool:
        """Whether other folders hold images of its name, so that it is not known whose a reference elsewhere is."""
        top = image.parents[len(folder.parts)]
        if top not in self._n_by_key:
            self._n_by_key[top] = Counter(map(image_key, _pictures_below(top, self._references)))
        return self._n_by_key[top][image_key(image)] > 1

    @property
    def unused(self) -> tuple[Path, ...]:
        """References that no image has asked for yet."""
        return tuple(self._unused)


def _closeness(reference: Path, image: Path) -> tuple[bool, int, bool]:
    """How well a reference and an image fit, the closer the larger: by folder, the folders' names, and case."""
    is_named_so = image.stem in (reference.stem, plain_stem(reference))
    pairs = zip(reversed(reference.parts[:-1]), reversed(image.parts[:-1]), strict=False)
    n_alike = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return reference.parent == image.parent, n_alike, is_named_so


def _pictures_below(top: Path, left_out: set[Path]) -> Iterator[Path]:
    """The pictures in a folder and in all below it, without some; links are not followed."""
    for folder, _, names in os.walk(top):
        pictures = (Path(folder, name) for name in names if name.lower().endswith(picture_suffixes()))
        yield from (path for path in pictures if path not in left_out)


def _end_alike(one: Path, other: Path) -> bool:
    """Whether one of two folders is the end of the other: ``val`` and ``images/val``."""
    n = min(len(one.parts), len(other.parts))
    return n > 0 and one.parts[-n:] == other.parts[-n:]


def _has_twin(image: Path, place: Path) -> bool:
    """Whether an image of the same name lies in a folder that is called as that of a reference, beside this image's."""
    tops = image.parents[1 : 1 + len(place.parts)]
    return any(is_regular(top / place / image.name) for top in tops)


def _is_of_namesake(reference: Path, image: Path) -> bool:
    """Whether a reference is called as another image beside this one, whose name differs in its case alone."""
    if reference.stem == image.stem or folded(reference.stem) != folded(image.stem):
        return False
    other = image.with_name(reference.stem + image.suffix)
    try:
        return not other.samefile(image)
    except OSError:
        return False
