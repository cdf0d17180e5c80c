"""Samples: one input each, with or without a reference."""

from pathlib import Path

import msgspec


class Reference(msgspec.Struct, frozen=True):
    """The ground truth of a sample, on disk.

    Attributes:
        path: Absolute path of the file.
        sha256: Hex digest of the file's bytes, or None while it has not been read.
    """

    path: str
    sha256: str | None = None


class Sample(msgspec.Struct, frozen=True):
    """One input. Its name is unique within a session, and is the key by which results refer to it.

    Attributes:
        name: Unique in the session, made from the file's stem; safe as a file name.
        path: Absolute path of the input.
        sha256: Hex digest of the file's bytes, or None while it has not been read.
        size_bytes: Size of the file.
        reference: The ground truth, or None.
        kind: What it is; ``image`` is the only kind so far.
    """

    name: str
    path: str
    sha256: str | None = None
    size_bytes: int | None = None
    reference: Reference | None = None
    kind: str = "image"

    @property
    def filename(self) -> str:
        """The input's file name, without its folder."""
        return Path(self.path).name
