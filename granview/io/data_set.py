"""A data set as its layout is understood, before anything of it is loaded; and what a user chooses of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from granview.core.sample import Part, Reference


@dataclass(frozen=True)
class Split:
    """A part of a data set that is used by itself, such as ``val``.

    Attributes:
        name: Its name in the data set.
        n_inputs: How many inputs it has.
        n_references: How many of these have a reference.
        n_by_set: How many have each reference set, by its name; empty where all splits are alike in that.
    """

    name: str
    n_inputs: int
    n_references: int
    n_by_set: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class ReferenceSet:
    """One sort of ground truth that a data set holds, such as masks of classes, or boxes.

    Attributes:
        name: By which it is chosen, such as ``class-masks``.
        title: On screen, such as ``masks of classes``.
        n: How many inputs have it.
        truth: What it is the ground truth of, as a phrase, such as ``objects``: of sets of one truth, one is taken.
            Empty: it goes with any other.
    """

    name: str
    title: str
    n: int
    truth: str = ""


@dataclass(frozen=True)
class Leftover:
    """Files of one sort that nothing is read from.

    Attributes:
        sort: What they are, in the plural, such as ``captions`` or ``.mp4 files``.
        n: How many there are.
        example: One of them.
        reason: Why nothing is read from them, as a sentence.
        hint: What to do about it, as a sentence; empty where there is nothing to do.
    """

    sort: str
    n: int
    example: Path
    reason: str
    hint: str = ""


@dataclass(frozen=True)
class DataSet:
    """What a layout makes of a folder.

    Attributes:
        layout: The name of the layout.
        title: What such data sets are called, such as ``Pascal VOC``.
        root: The folder.
        evidence: What it was told by, as a phrase: ``JPEGImages, Annotations and ImageSets``.
        n_inputs: Inputs in all its splits, each once.
        splits: Its splits, in the order in which they are offered; empty where there are none.
        references: The sorts of ground truth, those that are taken first first; empty where it has none.
        classes: The names of its classes by index; empty where the layout does not say.
        leftovers: What nothing is read from.
        notes: Sentences that a user should read before loading, such as of entries without a picture.
        usual_splits: The splits that are loaded where nobody has chosen; empty where their names tell.
    """

    layout: str
    title: str
    root: Path
    evidence: str
    n_inputs: int
    splits: tuple[Split, ...] = ()
    references: tuple[ReferenceSet, ...] = ()
    classes: tuple[str, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    notes: tuple[str, ...] = ()
    usual_splits: tuple[str, ...] = ()


class DataSetChoice(msgspec.Struct, frozen=True):
    """What is loaded of a data set.

    Attributes:
        splits: Names of splits; None where nobody has chosen, see ``default_splits``. What a data set has not is
            refused in words.
        references: Names of reference sets; None for those that the layout takes by itself.
    """

    splits: tuple[str, ...] | None = None
    references: tuple[str, ...] | None = None


AS_THE_LAYOUT_SAYS: Final = DataSetChoice()


@dataclass(frozen=True)
class DataSetChoices:
    """Choices by data set.

    Attributes:
        usual: What holds for those that have none of their own.
        own: By the folder of the data set.
        left_out: Folders of data sets of which nothing is taken.
    """

    usual: DataSetChoice = AS_THE_LAYOUT_SAYS
    own: Mapping[Path, DataSetChoice] = field(default_factory=dict)
    left_out: frozenset[Path] = frozenset()

    def of(self, root: Path) -> DataSetChoice:
        """What is chosen of the data set in a folder."""
        return self.own.get(root, self.usual)


@dataclass(frozen=True)
class Member:
    """One input of a data set.

    Attributes:
        path: Its file.
        references: Its ground truth; at most one of each type of truth.
        name: What it is called; empty: as its file.
        parts: What it holds besides.
        columns: What else the data set says of it, as ``Sample`` has it.
    """

    path: Path
    references: tuple[Reference, ...] = ()
    name: str = ""
    parts: tuple[Part, ...] = ()
    columns: tuple[tuple[str, float | str], ...] = ()


_PREFERRED: Final = ("val", "valid", "validation", "dev", "test")


def default_splits(data_set: DataSet) -> tuple[str, ...]:
    """The splits that are loaded where nobody has chosen.

    Models have seen what they were trained on, so that a validation split with references goes first, then a test split
    with references; where there is neither, all splits are loaded. Splits of one preferred name, as in ``val`` of two
    cities, are taken together; years are no part of such names, as in ``val2017``. A layout whose splits are not called
    so says itself which are usual.
    """
    if data_set.usual_splits:
        return data_set.usual_splits
    with_references = [split.name for split in data_set.splits if split.n_references]
    for wanted in _PREFERRED:
        if taken := tuple(name for name in with_references if _usual(name) == wanted):
            return taken
    return tuple(split.name for split in data_set.splits)


def _usual(name: str) -> str:
    return name.casefold().split("/")[-1].rstrip("0123456789")
