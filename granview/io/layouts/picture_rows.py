"""The layout of pictures in Parquet or Arrow files, as the hub has them: ``data/train-00000-of-00002.parquet``.

So has the cache of Hugging Face's ``datasets``: ``beans-train.arrow``. A split is what stands before the shard's number
in the file's name, or the folder of that name that the file lies in.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.io.data_set import DataSet, DataSetChoice, Member
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import unread
from granview.io.packed.described_rows import described_rows, members_of_rows
from granview.io.packed.shards import Shards
from granview.io.row_address import PACKED_SUFFIXES
from granview.io.search_events import Problem
from granview.io.split_names import SPLIT_NAMES

_NAME: Final = "picture_rows"
_DATA: Final = "data"
_NUMBERED: Final = re.compile(r"(?P<split>.*?)-?\d{4,5}(-of-\d{5})?(-[0-9a-f]{16})?")
_KNOWN: Final = ("readme.md", "dataset_infos.json", "dataset_info.json", "licence", "license")


class PictureRows(Layout):
    """Parquet and Arrow files of pictures, in a folder or in ``data``."""

    title = "pictures in Parquet or Arrow files"
    rank = 6
    holds_rows = True

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with such files in it, in ``data``, or in folders called as splits, with a column of pictures."""
        parts = _shards(folder)
        if not parts:
            return None
        files = [path for part in parts for path in part.files]
        evidence = f"pictures in the rows of {files[0].relative_to(folder.path).as_posix()}"
        known = described_rows(_NAME, self.title, folder, evidence, parts)
        if known is None:
            return None
        tops = {path.relative_to(folder.path).parts[0] for path in files}
        left = unread(folder, self.title, tops, [*tops, *_KNOWN])
        return DataSet(**{**vars(known), "leftovers": (*known.leftovers, *left)})

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits."""
        yield from members_of_rows(data_set, choice, _shards(FolderNames(data_set.root)))


LAYOUTS.register(_NAME)(PictureRows())


def _shards(folder: FolderNames) -> list[Shards]:
    """The splits by name, each with its files in order; one without a name where names tell none."""
    tops = [folder, *(below for below in [folder.folder(_DATA)] if below is not None)]
    by_split: dict[str, list[Path]] = {}
    for top in tops:
        for name in top.with_suffix(*PACKED_SUFFIXES):
            by_split.setdefault(_split_of(Path(name).stem), []).append(top.path / name)
        for inner in top.folders:
            if inner.casefold() in SPLIT_NAMES:
                held = top.below(inner).with_suffix(*PACKED_SUFFIXES)
                by_split.setdefault(inner, []).extend(top.path / inner / name for name in held)
    found = {name: files for name, files in by_split.items() if files}
    if len(found) == 1 and next(iter(found)).casefold() not in SPLIT_NAMES:
        return [Shards("", tuple(files)) for files in found.values()]
    return [Shards(name, tuple(files)) for name, files in found.items()]


def _split_of(stem: str) -> str:
    """``train`` of ``train-00000-of-00002``, and of ``beans-train``."""
    numbered = _NUMBERED.fullmatch(stem)
    name = numbered["split"] if numbered and numbered["split"] else stem
    last = re.split(r"[-_.]", name)[-1]
    return last if last.casefold() in SPLIT_NAMES else name
