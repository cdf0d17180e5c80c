"""The catalogue: public models in size ladders. A ladder is one architecture at several sizes; each size is a rung."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from granview.core.errors import ArgumentError

Stored = Literal["float32", "float16", "bfloat16"]
_BYTES: Final[dict[Stored, int]] = {"float32": 4, "float16": 2, "bfloat16": 2}


class Rung(msgspec.Struct, frozen=True):
    """One model of a ladder.

    Attributes:
        ladder: The ladder's name.
        name: Its name within the ladder, such as ``b0``.
        title: Its name for readers, with the ladder's.
        source: What to write as a lane's model.
        task: The task's name.
        params: Number of parameters, rounded as its authors tell it.
        stored: The number format of its weights.
        licence: SPDX identifier; ``other`` for terms of its own; empty where it is not known for certain.
        classes: What classes it knows, in words; empty where that means nothing.
        languages: ISO 639-1 codes, ``code`` or ``multilingual``.
        architecture: The class in its ``config.json``; empty where that does not say, or there is none.
        model_type: The type in its ``config.json``; empty where there is none.
        gated: Whether its terms must be accepted at the hub first.
        note: A line about it.
    """

    ladder: str
    name: str
    title: str
    source: str
    task: str
    params: int
    stored: Stored = "float32"
    licence: str = ""
    classes: str = ""
    languages: tuple[str, ...] = ()
    architecture: str = ""
    model_type: str = ""
    gated: bool = False
    note: str = ""

    @property
    def estimated_bytes(self) -> int:
        """Size of its weights by its parameters and their number format: an estimate of the download."""
        return self.params * _BYTES[self.stored]

    @property
    def lane_name(self) -> str:
        """A name for its lane."""
        return f"{self.ladder}-{self.name}"


class Ladder(msgspec.Struct, frozen=True):
    """Models of one architecture, trained alike, at several sizes.

    Attributes:
        name: What to write on the command line.
        title: Its name for readers.
        task: The task's name.
        rungs: Smallest first.
        note: A line about it.
    """

    name: str
    title: str
    task: str
    rungs: tuple[Rung, ...]
    note: str = ""

    def chosen(self, names: Sequence[str] = ()) -> tuple[Rung, ...]:
        """The rungs of these names, in the ladder's order; all of them where none is named.

        Raises:
            ArgumentError: it has no rung of a name.
        """
        known = [rung.name for rung in self.rungs]
        if unknown := [name for name in names if name not in known]:
            raise ArgumentError(f"The ladder {self.name} has no rung '{unknown[0]}'.", f"It has: {', '.join(known)}.")
        return tuple(rung for rung in self.rungs if not names or rung.name in names)


def ladder_named(ladders: Iterable[Ladder], name: str) -> Ladder:
    """The ladder of a name.

    Raises:
        ArgumentError: there is none.
    """
    by_name = {ladder.name: ladder for ladder in ladders}
    if name not in by_name:
        raise ArgumentError(
            f"The catalogue has no ladder '{name}'.", "'granview models --catalogue' lists them with their rungs."
        )
    return by_name[name]
