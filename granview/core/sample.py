"""Samples: one input each, with or without a reference."""

from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from granview.core.prompt import ObjectPrompt
from granview.core.sample_kind import Kind
from granview.core.text import NO_NAMES, DataSetNames, TextInput, TextReference

MAX_COLUMNS: Final = 32
"""So many further columns of a data set are kept with its samples, the first ones."""

MAX_CELL_CHARS: Final = 80
"""A further column's text that is longer is no category, and is not kept."""


class Reference(msgspec.Struct, frozen=True):
    """The ground truth of a sample.

    Attributes:
        path: Absolute path of the file that it comes from; empty where a user typed it.
        sha256: Hex digest of the file's bytes, or None while it has not been read.
        text: What is true of a text; None for images, whose ground truth is the file.
        data_set: What is said of any text of its data set: the label set that it is scored in.
        format: The name of the format of references that reads it; empty where the file's name tells.
        record: What of a file that is about many samples is meant, in the words of its format, such as a picture's
            name in a COCO file; empty where the whole file is.
    """

    path: str
    sha256: str | None = None
    text: TextReference | None = None
    data_set: DataSetNames = NO_NAMES
    format: str = ""
    record: str = ""


class Part(msgspec.Struct, frozen=True):
    """What a sample holds besides its first input: the phrase that goes with a picture, the second picture of a pair.

    Attributes:
        role: What it is to the sample, such as ``phrase`` or ``before``; no two parts of a sample have the same.
        kind: Its own kind.
        path: Absolute path of the file that it comes from; empty for a text that lies beside the sample's path.
        text: The text; None where the file itself is the part.
        sha256: Hex digest of the file's bytes, or None while it has not been read.
    """

    role: str
    kind: Kind
    path: str = ""
    text: TextInput | None = None
    sha256: str | None = None

    @property
    def origin(self) -> str:
        """What it is: its file, or the text itself."""
        return self.path if self.text is None else self.text.text


class Sample(msgspec.Struct, frozen=True):
    """One input. Its name is unique within a session, and is the key by which results refer to it.

    Attributes:
        name: Unique in the session, made from the file's stem; safe as a file name.
        path: Absolute path of the file that it comes from; empty for a text that was typed or pasted.
        sha256: Hex digest of the file's bytes, or None while it has not been read.
        size_bytes: Size of the file; of the text, for a record of a file.
        reference: The ground truth, or None.
        kind: The kind of its first input: by this it is found, shown and given to models.
        record: Which record of the file it is, from 0; None where the file is one sample.
        text: The text of a record, or one that was typed; None where the file itself is the input.
        parts: What it holds besides, in the order in which it is shown.
        more_references: Further ground truth, each of another type than ``reference`` and than one another, such as
            points beside a mask; each task compares with the type that it knows.
        prompts: What models that are prompted are asked to outline; empty where nobody has said, and then they are
            asked for the reference's objects.
        columns: What else its data set says of it, by column: numbers and short texts, by which results can be sorted
            and divided. At most ``MAX_COLUMNS``, texts of at most ``MAX_CELL_CHARS``.
    """

    name: str
    path: str
    sha256: str | None = None
    size_bytes: int | None = None
    reference: Reference | None = None
    kind: Kind = "image"
    record: int | None = None
    text: TextInput | None = None
    parts: tuple[Part, ...] = ()
    more_references: tuple[Reference, ...] = ()
    prompts: tuple[ObjectPrompt, ...] = ()
    columns: tuple[tuple[str, float | str], ...] = ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """All ground truth that it has, the first first."""
        return self.more_references if self.reference is None else (self.reference, *self.more_references)

    def with_hash(self, reference: Reference, sha256: str) -> "Sample":
        """The same sample, one reference of which has been read."""
        found = (replace(one, sha256=sha256) if one.path == reference.path else one for one in self.references)
        first, *more = found
        return replace(self, reference=first, more_references=tuple(more))

    @property
    def filename(self) -> str:
        """The input's file name, without its folder; with the record's number, from 1, where there are several."""
        if not self.path:
            return self.name
        name = Path(self.path).name
        return name if self.record is None else f"{name} #{self.record + 1}"

    def part(self, role: str) -> Part | None:
        """The part of that role; None where there is none."""
        return next((part for part in self.parts if part.role == role), None)

    @property
    def origin(self) -> str:
        """Where the input comes from: equal for equal files and records, and no two samples of a session share it.

        The same picture with another phrase is another input.
        """
        if not self.path:
            return f"typed:{self.name}"
        first = self.path if self.record is None else f"{self.path}#{self.record}"
        return first + "".join(f" {part.role}:{part.origin}" for part in self.parts)
