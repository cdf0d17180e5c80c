"""What is known of a text, as it lies in the file: with the names of its data set beside it."""

from typing import Final

import msgspec

from granview.core.sample import Reference
from granview.core.text import NO_NAMES, DataSetNames, TextReference


class StoredTextReference(TextReference, frozen=True):
    """A ``TextReference`` and its data set's names; files of earlier versions have none."""

    data_set: DataSetNames = NO_NAMES


DECODER: Final[msgspec.msgpack.Decoder[StoredTextReference]] = msgspec.msgpack.Decoder(StoredTextReference)
FURTHER: Final[msgspec.msgpack.Decoder[tuple[Reference, ...]]] = msgspec.msgpack.Decoder(tuple[Reference, ...])


def stored_text_reference(reference: Reference) -> StoredTextReference | None:
    """What is stored of a text's reference; None for an image's."""
    known = reference.text
    return None if known is None else StoredTextReference(**msgspec.structs.asdict(known), data_set=reference.data_set)


def restored_reference(
    path: str, sha256: str | None, known: StoredTextReference | None, format_name: str = "", record: str = ""
) -> Reference:
    """The reference of which that was stored."""
    if known is None:
        return Reference(path, sha256, format=format_name, record=record)
    fields = msgspec.structs.asdict(known)
    data_set = fields.pop("data_set")
    return Reference(path, sha256, TextReference(**fields), data_set, format_name, record)


def stored_references(references: tuple[Reference, ...]) -> bytes | None:
    """The references that a sample has beside its first, as they are stored; None for none."""
    return msgspec.msgpack.encode(references) if references else None


def reference_places(first: str | None, record: str | None, further: bytes | None) -> list[tuple[str, str]]:
    """The path and record of each of a sample's references as stored; without the further ones where these are damaged.

    Args:
        first: The path of the first; None where there is none.
        record: Its record; None for none.
        further: The others.
    """
    try:
        others = () if further is None else FURTHER.decode(further)
    except (msgspec.DecodeError, UnicodeDecodeError):
        others = ()
    own = () if first is None else ((first, record or ""),)
    return [*own, *((reference.path, reference.record) for reference in others)]
