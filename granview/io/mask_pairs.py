"""Pictures below one folder and the masks of their names below another, told by names alone."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from granview.core.sample import Reference
from granview.io.contested_references import contested_leftover
from granview.io.data_set import Leftover, Member, Split
from granview.io.folder_names import FolderNames
from granview.io.leftover_files import alone, hidden, of_suffixes
from granview.io.picture_names import mask_suffixes, picture_suffixes
from granview.io.record_names import folded
from granview.io.reference_pairing import ReferenceIndex


class MaskPairs:
    """The pictures of a split with their masks.

    A mask lies in the same folder as its picture, as seen from the two tops, and is called as it is; or with an ending
    that references have, such as ``_mask``; or with any other that masks share, such as ``_instance_color_RGB``.

    Args:
        pictures: The folder of pictures.
        masks: The folder of masks; None where there is none.
    """

    def __init__(self, pictures: FolderNames, masks: FolderNames | None) -> None:
        self.top = pictures
        self.masks_top = masks
        self.pictures = tuple(pictures.paths_below(*picture_suffixes()))
        held = masks.by_stem(*mask_suffixes()) if masks is not None else {}
        self._held = tuple(held.values())
        matched = _matched(self.pictures, held)
        used = Counter(matched.values())
        self.masks = {picture: mask for picture, mask in matched.items() if used[mask] == 1}
        shared = [picture for picture, mask in matched.items() if used[mask] > 1]
        self.contested = {mask: [each for each in shared if matched[each] == mask] for mask, n in used.items() if n > 1}
        self.bare_masks = tuple(sorted(path for path in held.values() if path not in used))

    def split(self, name: str) -> Split:
        """The pictures as a split."""
        return Split(name, len(self.pictures), len(self.masks))

    def first_mask(self) -> Path | None:
        """The mask of the first picture that has one."""
        first = next((self.masks[path] for path in self.pictures if path in self.masks), None)
        return None if first is None or self.masks_top is None else self.masks_top.path / first

    def members(self) -> Iterator[Member]:
        """The pictures, each with its mask."""
        for path in self.pictures:
            mask = self.masks.get(path)
            references = () if mask is None or self.masks_top is None else (Reference(str(self.masks_top.path / mask)),)
            yield Member(self.top.path / path, references)

    def _placed(self, pictures: Iterable[str]) -> list[Path]:
        return [self.top.path / picture for picture in pictures]

    def leftovers(self) -> Iterator[Leftover]:
        """Masks without a picture, and files of other sorts."""
        if self.masks_top is not None:
            hint = "A mask is called as its picture."
            place = f"{self.top.path.parent.name}/{self.top.path.name}"
            reason = f"{place} has no pictures of these names."
            title = f"{self.masks_top.path.parent.name}/{self.masks_top.path.name}"
            yield from alone(self.masks_top.path, f"masks in {title}", self.bare_masks, reason, hint)
            if self.contested:
                paths = {self.masks_top.path / mask: self._placed(held) for mask, held in self.contested.items()}
                yield contested_leftover(f"masks of several pictures in {title}", paths)
            yield from hidden(self.masks_top, f"masks in {title}", mask_suffixes(), self._held)
            strays = _strays(self.masks_top, mask_suffixes())
            yield from of_suffixes(
                self.masks_top.path, strays, "they are no masks in a format that keeps exact values."
            )
        yield from of_suffixes(self.top.path, _strays(self.top, picture_suffixes()), "they are no pictures.")


def _strays(folder: FolderNames, suffixes: tuple[str, ...]) -> Iterator[str]:
    return (path for path in folder.held() if not path.lower().endswith(suffixes))


def _matched(pictures: Iterable[str], held: dict[str, str]) -> dict[str, str]:
    """The mask of each picture that has one; a mask goes with one picture."""
    own = {path: path.rpartition(".")[0] for path in pictures}
    stems = {path: folded(stem) for path, stem in own.items()}
    exactly = {path.rpartition(".")[0]: path for path in held.values()}
    found = {path: exactly[stem] for path, stem in own.items() if stem in exactly}
    used = set(found.values())
    others = {path: held[stem] for path, stem in stems.items() if path not in found and stem in held}
    found |= {path: mask for path, mask in others.items() if mask not in used}
    for more in (_by_usual_endings, _by_shared_ending):
        left = [path for path in stems if path not in found]
        used = set(found.values())
        rest = {stem: path for stem, path in held.items() if path not in used}
        if left and rest:
            found |= more(left, rest)
    return found


def _by_usual_endings(pictures: Collection[str], held: dict[str, str]) -> dict[str, str]:
    index = ReferenceIndex()
    for path in held.values():
        index.add(Path(path).parent, Path(path))
    found = {path: index.match(Path(path).parent, Path(path)) for path in pictures}
    return {path: masks[0].as_posix() for path, masks in found.items() if len(masks) == 1}


def _by_shared_ending(pictures: Collection[str], held: dict[str, str]) -> dict[str, str]:
    """Masks that are called as their pictures and then something, the same for more than half of them."""
    stems = {path: _stem(path) for path in pictures}
    first = min(stems.values())
    endings = [stem.removeprefix(first) for stem in held if stem.startswith(first)]
    counts = {ending: sum(stem + ending in held for stem in stems.values()) for ending in endings}
    best = max(counts, key=lambda ending: counts[ending], default="")
    if not best or 2 * counts[best] <= len(stems):
        return {}
    return {path: held[stem + best] for path, stem in stems.items() if stem + best in held}


def _stem(path: str) -> str:
    return folded(path.rpartition(".")[0])
