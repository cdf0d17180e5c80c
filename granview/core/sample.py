"""Samples: one input each, with or without a reference."""

from pathlib import Path
from typing import Literal

import msgspec

from granview.core.text import NO_NAMES, DataSetNames, TextInput, TextReference

Kind = Literal["image", "text"]


class Reference(msgspec.Struct, frozen=True):
    """The ground truth of a sample.

    Attributes:
        path: Absolute path of the file that it comes from; empty where a user typed it.
        sha256: Hex digest of the file's bytes, or None while it has not been read.
        text: What is true of a text; None for images, whose ground truth is the file.
        data_set: What is said of any text of its data set: the label set that it is scored in.
    """

    path: str
    sha256: str | None = None
    text: TextReference | None = None
    data_set: DataSetNames = NO_NAMES


class Sample(msgspec.Struct, frozen=True):
    """One input. Its name is unique within a session, and is the key by which results refer to it.

    Attributes:
        name: Unique in the session, made from the file's stem; safe as a file name.
        path: Absolute path of the file that it comes from; empty for a text that was typed or pasted.
        sha256: Hex digest of the file's bytes, or None while it has not been read.
        size_bytes: Size of the file; of the text, for a record of a file.
        reference: The ground truth, or None.
        kind: What it is.
        record: Which record of the file it is, from 0; None where the file is one sample.
        text: The text of a record, or one that was typed; None where the file itself is the input.
    """

    name: str
    path: str
    sha256: str | None = None
    size_bytes: int | None = None
    reference: Reference | None = None
    kind: Kind = "image"
    record: int | None = None
    text: TextInput | None = None

    @property
    def filename(self) -> str:
        """The input's file name, without its folder; with the record's number, from 1, where there are several."""
        if not self.path:
            return self.name
        name = Path(self.path).name
        return name if self.record is None else f"{name} #{self.record + 1}"

    @property
    def origin(self) -> str:
        """Where the input comes from: equal for equal files and records, and no two samples of a session share it."""
        if not self.path:
            return f"typed:{self.name}"
        return self.path if self.record is None else f"{self.path}#{self.record}"
