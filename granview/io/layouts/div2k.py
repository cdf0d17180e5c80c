"""The layout of DIV2K: ``DIV2K_valid_HR`` beside ``DIV2K_valid_LR_bicubic/X2``, as Flickr2K and others have it too.

Small pictures are the inputs, the large ones what they should be: ``0801x2.png`` goes with ``0801.png``. See "NTIRE
2017 Challenge on Single Image Super-Resolution: Dataset and Study" (Agustsson and Timofte, 2017).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from granview.core.sample import Reference
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, unread
from granview.io.pairing_names import PICTURE
from granview.io.picture_names import picture_suffixes
from granview.io.search_events import Problem

_LARGE: Final = re.compile(r"(?P<set>.+)_HR", re.IGNORECASE)
_SMALL: Final = re.compile(r"(?P<set>.+)_LR(?:_(?P<how>\w+))?", re.IGNORECASE)
_SCALE: Final = re.compile(r"x\d+", re.IGNORECASE)
_ENDING: Final = re.compile(r"x\d+(?:[a-z]\d*)?$", re.IGNORECASE)
"""What stands behind the name of a small picture: ``x2``, ``x4m``, ``x4w1``."""

_PREFERRED: Final = ("valid-bicubic-", "val-bicubic-", "test-bicubic-", "valid", "val", "test")


@dataclass(frozen=True)
class _Pair:
    """A folder of small pictures and that of the large ones."""

    name: str
    small: FolderNames
    large: FolderNames

    @cached_property
    def paths(self) -> dict[str, str]:
        """The large picture of each small one, empty where there is none: file names, in natural order."""
        large = self.large.by_stem(*picture_suffixes())
        names = self.small.with_suffix(*picture_suffixes())
        return {name: large.get(_ENDING.sub("", PurePosixPath(name).stem).casefold(), "") for name in names}


class Div2k(Layout):
    """Small pictures with the large ones that they were made from."""

    title = "DIV2K"
    rank = 32

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with folders that end in ``_HR`` and, called alike, in ``_LR`` or ``_LR_bicubic``."""
        pairs = [pair for pair in _pairs(folder) if pair.paths]
        if not pairs:
            return None
        counts = [(pair.name, len(pair.paths), sum(map(bool, pair.paths.values()))) for pair in pairs]
        read = {pair.small.path.name for pair in pairs} | {pair.small.path.parent.name for pair in pairs}
        return DataSet(
            "div2k",
            self.title,
            folder.path,
            f"{pairs[0].large.path.name} beside {pairs[0].small.path.relative_to(folder.path).as_posix()}",
            sum(n for _, n, _ in counts),
            tuple(Split(name, n, n_large) for name, n, n_large in counts),
            (ReferenceSet("pictures", "pictures as they should be", sum(n for _, _, n in counts), "pictures"),),
            leftovers=tuple(_leftovers(folder, pairs, read, self.title)),
            notes=_without_large(sum(n - n_large for _, n, n_large in counts)),
            usual_splits=_usual([name for name, _, _ in counts]),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The small pictures of the chosen splits, each with its large one."""
        pairs = {pair.name: pair for pair in _pairs(FolderNames(data_set.root))}
        for split in choice.splits or ():
            pair = pairs.get(split)
            for small, large in pair.paths.items() if pair is not None else ():
                assert pair is not None
                held = (Reference(str(pair.large.path / large), format=PICTURE),) if large else ()
                yield Member(pair.small.path / small, held)


LAYOUTS.register("div2k")(Div2k())


def _pairs(folder: FolderNames) -> Iterator[_Pair]:
    large = {
        found["set"].casefold(): folder.below(name) for name in folder.folders if (found := _LARGE.fullmatch(name))
    }
    for name in folder.folders:
        found = _SMALL.fullmatch(name)
        if found is None or found["set"].casefold() not in large:
            continue
        small, own = folder.below(name), large[found["set"].casefold()]
        title = "-".join(filter(None, (found["set"].split("_")[-1], found["how"])))
        scales = [scale for scale in small.folders if _SCALE.fullmatch(scale)]
        yield from (_Pair(f"{title}-{scale}", small.below(scale), own) for scale in scales)
        if small.with_suffix(*picture_suffixes()):
            yield _Pair(title, small, own)


def _usual(names: list[str]) -> tuple[str, ...]:
    """One split: the same picture made small in several ways is no further input."""
    wanted = (name for start in _PREFERRED for name in names if name.casefold().startswith(start))
    return (next(wanted, names[0]),)


def _without_large(n: int) -> tuple[str, ...]:
    return () if not n else (f"{n:,} small {'picture has' if n == 1 else 'pictures have'} no large picture.",)


def _leftovers(folder: FolderNames, pairs: list[_Pair], read: set[str], title: str) -> Iterator[Leftover]:
    used: dict[FolderNames, set[str]] = {}
    for pair in pairs:
        used.setdefault(pair.large, set()).update(pair.paths.values())
    for large, names in used.items():
        bare = [name for name in large.files if name not in names]
        yield from alone(large.path, f"files in {large.path.name}", bare, "they go with no small picture.")
    yield from unread(folder, title, [*read, *(large.path.name for large in used)])
