"""What a file is by its first bytes."""

from typing import Final

READABLE_TEXT: Final = "Plain text, CSV, TSV, JSON, JSONL, Parquet, Arrow, CoNLL and CoNLL-U files are read."
READABLE: Final = "PNG, JPEG, TIFF, BMP and WebP images are read."

SIGNATURE_BYTES: Final = 16

_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
    (b"BM", "BMP"),
)
_FOREIGN: Final[tuple[tuple[bytes, str], ...]] = (
    (b"GIF8", "a GIF"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"RIFF", "sound or video"),
    (b"ID3", "sound"),
    (b"OggS", "sound or video"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"8BPS", "a Photoshop file"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x89HDF", "an HDF5 file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"<svg", "an SVG"),
    (b"<?xml", "an XML file"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
)
_MARKED_BINARY: Final = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"\x1f\x8b", b"SQLite format 3\x00", b"PAR1")
_TEXT: Final = frozenset(range(0x20, 0x7F)) | {0x09, 0x0A, 0x0D}


def image_format(head: bytes) -> str | None:
    """``PNG``, ``JPEG``, ``TIFF``, ``BMP`` or ``WEBP`` by the first ``SIGNATURE_BYTES`` of a file, else None."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    return next((name for signature, name in _SIGNATURES if head.startswith(signature)), None)


def foreign_format(head: bytes) -> str:
    """What a file that is no image seems to be, in words, by its first bytes."""
    if head[4:8] == b"ftyp":
        return "a HEIC, AVIF or video file"
    for signature, words in _FOREIGN:
        if head.startswith(signature):
            return words
    return "text" if head and all(byte in _TEXT for byte in head) else "data of an unknown kind"


def is_marked_binary(head: bytes) -> bool:
    """Whether a file begins as no text does, though its bytes may all be those of one, as in a PDF."""
    return head.startswith(_MARKED_BINARY)
