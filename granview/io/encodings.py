"""The encoding of a text, found out from its bytes: byte order marks, UTF-8, UTF-16 without a mark, then older ones.

UTF-8 is tried before anything that merely could be: bytes that are UTF-8 by chance are very rare. Lone surrogates,
which strict UTF-8 and UTF-16 forbid, are kept: files that hold them exist, and what is shown should be what is there.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.core.errors import InputError
from granview.io.file_formats import READABLE_TEXT, foreign_format, image_format, is_marked_binary

KEEP: Final = "granview-keep"
"""Error handler of every decoding: keeps lone surrogates, and makes U+FFFD of bytes that mean nothing."""

_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
_SAMPLE_BYTES: Final = 1 << 16
_DAMAGE_BYTES: Final = 1 << 20
_CONTROL: Final = bytes(set(range(0x20)) - {0x08, 0x09, 0x0A, 0x0C, 0x0D, 0x1B} | {0x7F})
_TELLING: Final = np.array([*map(ord, "\r\n ,.、。，"), *range(ord("a"), ord("z") + 1)], np.uint16)
"""Characters that many texts hold, but hardly any does with their two bytes swapped."""
_MULTI_BYTE: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_GOOD_PER_BAD: Final = 20
"""A text is UTF-8 with damage rather than something else when it has so many good sequences for each bad one."""


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a text are read.

    Attributes:
        codec: Python's name of the codec; it does not take off a byte order mark.
        title: The name that people know it by.
        bom: Length of the byte order mark in bytes; 0 where there is none.
        guessed: Whether nothing but the content says so.
    """

    codec: str
    title: str
    bom: int = 0
    guessed: bool = False

    def notices(self, name: str) -> tuple[str, ...]:
        """What must be said of a file that was read so; nothing for UTF-8 without a byte order mark."""
        if self.guessed:
            return (f"{name} was read as {self.title}; it is not UTF-8.",)
        return (f"{name} was read as {self.title}, as its byte order mark says.",) if self.bom else ()

    def decode(self, data: bytes) -> str:
        """A whole file's bytes as text, without the byte order mark; never fails."""
        return data[self.bom :].decode(self.codec, KEEP)

    def count_replacements(self, data: bytes) -> int:
        """How often U+FFFD itself stands in some bytes of a file."""
        try:
            return data.count("\ufffd".encode(self.codec))
        except UnicodeEncodeError:
            return 0

    def decoder(self) -> codecs.IncrementalDecoder:
        """For a file read in blocks; the caller takes off the byte order mark."""
        return codecs.getincrementaldecoder(self.codec)(KEEP)


UTF8: Final = Encoding("utf-8", "UTF-8")


def detect(data: bytes, name: str, is_cut: bool = False) -> Encoding:
    """The encoding of a text.

    Args:
        data: The file's bytes, or as many from its beginning as may be looked at.
        name: What to call the file in an error.
        is_cut: Whether more follows, so that the last character may be cut.

    Raises:
        InputError: these are no text's bytes.
    """
    if is_marked_binary(data):
        raise _no_text(data, name)
    marked = _by_mark(data)
    if marked is not None:
        return marked
    is_utf8 = _decodes(data, "utf-8", "surrogatepass", not is_cut)
    has_nul = 0 in data[:_SAMPLE_BYTES]
    if is_utf8 and not has_nul:
        return UTF8
    if image_format(data[:16]) is not None:
        raise _no_text(data, name)
    is_plausible_utf8 = is_utf8 and _share_of_control(data) < 0.3
    wide = _wide(data[:_SAMPLE_BYTES], 0.6 if is_plausible_utf8 else 0.01)
    if wide is not None:
        return wide
    if not is_plausible_utf8 and _share_of_control(data) > 0.005:
        raise _no_text(data, name)
    return UTF8 if is_utf8 or _is_damaged_utf8(data) else _older(data)


def decoding_notices(encoding: Encoding, data: bytes, text: str, name: str) -> tuple[str, ...]:
    """What is odd in a text: bytes that mean nothing in its encoding, and lone surrogates.

    Args:
        encoding: How it was decoded.
        data: The bytes that it was decoded from.
        text: The text.
        name: What to call it.
    """
    words = []
    bad = text.count("\ufffd") - encoding.count_replacements(data) if "\ufffd" in text else 0
    if bad > 0:
        words.append(f"{name} is damaged in {bad:,} place{'s' * (bad > 1)}, shown as \ufffd.")
    if encoding.codec.startswith("utf") and not _is_strict(text):
        words.append(f"{name} holds lone surrogates, which are no characters; they are kept.")
    return tuple(words)


def _is_strict(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _keep(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    try:
        return codecs.lookup_error("surrogatepass")(error)
    except UnicodeDecodeError:
        return "\ufffd", error.end


codecs.register_error(KEEP, _keep)


def _by_mark(data: bytes) -> Encoding | None:
    for mark, codec, title in _BOMS:
        if data.startswith(mark) and (len(mark) < 4 or _decodes(data[4 : 4 + _SAMPLE_BYTES], codec, "surrogatepass")):
            return Encoding(codec, title, len(mark))
    return None


def _decodes(data: bytes, codec: str, errors: str, final: bool = False) -> bool:
    try:
        codecs.getincrementaldecoder(codec)(errors).decode(data, final)
    except UnicodeError:
        return False
    return True


def _wide(head: bytes, least: float) -> Encoding | None:
    """UTF-16 without a mark: spaces, line ends, commas and Latin letters show in which order the bytes stand.

    Args:
        head: Some of the text.
        least: The share of such characters from which on it is UTF-16.
    """
    even = head[: len(head) // 2 * 2]
    if len(even) < 4 or (len(head) % 2 and len(head) < _SAMPLE_BYTES):
        return None
    little, big = (float(np.isin(np.frombuffer(even, order), _TELLING).mean()) for order in ("<u2", ">u2"))
    if max(little, big) < least or min(little, big) > 0.1 * max(little, big):
        return None
    codec, title = ("utf-16-le", "UTF-16 LE") if little > big else ("utf-16-be", "UTF-16 BE")
    if not _decodes(even, codec, "surrogatepass"):
        return None
    start = even[:4000].decode(codec, "ignore")
    printable = sum(character.isprintable() or character.isspace() for character in start)
    return Encoding(codec, title, guessed=True) if printable >= 0.9 * len(start) else None


def _share_of_control(data: bytes) -> float:
    head = data[:_SAMPLE_BYTES]
    return 1 - len(head.translate(None, _CONTROL)) / max(len(head), 1)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether the surroundings of the first bytes that are not UTF-8 are, but for a few."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        data = data[max(error.start - _DAMAGE_BYTES, 0) : error.start + _DAMAGE_BYTES]
    bad = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return len(_MULTI_BYTE.findall(data)) - bad >= _GOOD_PER_BAD * bad


def _older(data: bytes) -> Encoding:
    from granview.io.legacy_encodings import guess_encoding

    codec, title = guess_encoding(data)
    return Encoding(codec, title, guessed=True)


def _no_text(data: bytes, name: str) -> InputError:
    head = data[:16]
    image = image_format(head)
    held = f"a {image} image" if image else foreign_format(head)
    if held == "text":
        held = "data of an unknown kind"
    return InputError(f"{name} is not a text that is read here: it holds {held}.", READABLE_TEXT)
