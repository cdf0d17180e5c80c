"""How saved predictions are read where their files do not tell: options of a lane, each a word and its value."""

from collections.abc import Mapping
from typing import Final

import msgspec

from granview.core.errors import ArgumentError

READING_OPTIONS: Final[Mapping[str, str]] = {
    "format": "the format of the files, such as index-masks, where more than one would fit",
    "classes": "names of the classes in the order of their indices, with | between them",
    "values": "what values of masks are: index-from-1, or 0:background|255:cell|254:void",
    "threshold": "from which probability, 0 to 1, a px is foreground in maps of one probability",
    "array": "the name of the array in .npz files",
    "column": "the column of a table that holds the predictions",
    "id": "the column of a table by which rows belong to samples",
    "coco": "the COCO file whose ids results go by",
    "kind": "what depth maps hold: metric, relative or inverse",
    "scale": "by how much whole numbers of depth maps are divided to be metres",
    "missing": "fail, or empty: what is no file or entry means that nothing was detected",
}
"""By name, what each option says. On the command line they stand after commas: ``saved:masks/,classes=road|sky``."""

SEPARATOR: Final = "|"


class SavedReading(msgspec.Struct, frozen=True):
    """The options, read; empty where nothing was chosen.

    Attributes:
        format: The name of a format.
        classes: Names of classes in the order of their indices.
        values: What values of masks are: pairs of a value and a class's name, or None for void.
        counts_from_one: Whether 1 is the first class, and 0 is void.
        threshold: From which probability a px is foreground.
        array: The name of an array.
        column: The column of predictions.
        id: The column of names.
        coco: Path of a COCO file.
        kind: What depth maps hold.
        scale: By how much whole numbers are divided to be metres.
        missing_is_empty: Whether nothing was detected in what is not there.
    """

    format: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[int, str | None], ...] = ()
    counts_from_one: bool = False
    threshold: float | None = None
    array: str = ""
    column: str = ""
    id: str = ""
    coco: str = ""
    kind: str = ""
    scale: float | None = None
    missing_is_empty: bool = False

    @classmethod
    def of(cls, options: Mapping[str, str]) -> "SavedReading":
        """Options as they are written.

        Raises:
            ArgumentError: one is not known, or its value has no meaning.
        """
        if unknown := [name for name in options if name not in READING_OPTIONS]:
            raise ArgumentError(
                f"'{unknown[0]}' is no option of saved predictions.", f"Options: {', '.join(READING_OPTIONS)}."
            )
        text = {name: options.get(name, "").strip() for name in READING_OPTIONS}
        from_one = text["values"] == "index-from-1"
        return cls(
            text["format"],
            _words(text["classes"]),
            () if from_one else tuple(_value(each) for each in _words(text["values"])),
            from_one,
            _number("threshold", text["threshold"], 0.0, 1.0),
            text["array"],
            text["column"],
            text["id"],
            text["coco"],
            _one_of("kind", text["kind"], ("metric", "relative", "inverse")),
            _number("scale", text["scale"], 1e-6, 1e9),
            _one_of("missing", text["missing"], ("fail", "empty")) == "empty",
        )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split(SEPARATOR) if (word := part.strip()))


def _value(text: str) -> tuple[int, str | None]:
    value, colon, name = text.partition(":")
    if not colon or not value.strip().isdecimal() or not name.strip() or int(value) > 65_535:
        raise ArgumentError(
            f"'{text}' does not say what a value is.", "Write values=index-from-1 or values=0:background|255:cell."
        )
    return int(value), None if name.strip().casefold() == "void" else name.strip()


def _number(name: str, text: str, low: float, high: float) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError as error:
        raise ArgumentError(f"{name} is '{text}'.", "It must be a number.") from error
    if not low <= number <= high:
        raise ArgumentError(f"{name} is {text}.", f"It must be from {low:g} to {high:g}.")
    return number


def _one_of(name: str, text: str, choices: tuple[str, ...]) -> str:
    if text and text not in choices:
        raise ArgumentError(f"{name} is '{text}'.", f"It can be {', '.join(choices)}.")
    return text
