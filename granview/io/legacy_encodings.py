"""Encodings of texts that are not Unicode: GB18030 and Western European by their shape, the rest by charset-normalizer.

In Western European text, bytes above 127 stand alone between ASCII letters. In GB18030, they come in pairs, most of
them from the first level of GB 2312 (its 3,755 common characters, first byte B0 to D7) and its punctuation.
"""

import codecs
import re
from typing import Final

_SAMPLE_BYTES: Final = 1 << 15
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_ALONE: Final = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_COMMON_PAIR: Final = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
_ANY_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x81-\xfe][0-9][\x81-\xfe][0-9]")
_COMMON_HANZI: Final = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
)
_SHORT: Final = 20
"""With fewer Chinese characters than this, the absence of frequent ones says nothing."""

_OTHERS: Final = {
    "gb18030": "GB18030",
    "big5": "Big5",
    "cp932": "Shift JIS",
    "euc_jp": "EUC-JP",
    "cp949": "EUC-KR",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp1250": "Windows-1250",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1252": "Windows-1252",
}


def guess_encoding(data: bytes) -> tuple[str, str]:
    """The likeliest encoding of bytes that are not Unicode: Python's name of it, and the one that people know."""
    sample = _sample(data)
    if _is_chinese(sample):
        return "gb18030", _OTHERS["gb18030"]
    if _is_western(sample):
        return _western(data)
    return _asked(sample) or _western(data)


def _sample(data: bytes) -> bytes:
    """Some of it, from the line on in which the first byte above 127 stands."""
    first = _HIGH.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    start = max(start, first.start() - 1000) if first else start
    return data[start : start + _SAMPLE_BYTES]


def _is_chinese(sample: bytes) -> bool:
    pairs = _ANY_PAIR.findall(sample)
    common = sum(_COMMON_PAIR.fullmatch(pair) is not None for pair in pairs)
    high = len(_HIGH.findall(sample))
    if not pairs or common < 0.7 * len(pairs) or 2 * common < 0.7 * high:
        return False
    try:
        text = codecs.getincrementaldecoder("gb18030")().decode(sample)
    except UnicodeDecodeError:
        return False
    hanzi = [character for character in text if "\u4e00" <= character <= "\u9fff"]
    frequent = sum(character in _COMMON_HANZI for character in hanzi)
    return bool(hanzi) and (len(hanzi) < _SHORT or frequent >= 0.08 * len(hanzi))


def _is_western(sample: bytes) -> bool:
    high = len(_HIGH.findall(sample))
    letters = sum(chr(byte).isalpha() for byte in sample if byte < 128)
    return letters >= high and len(_ALONE.findall(sample)) >= 0.6 * high


def _western(data: bytes) -> tuple[str, str]:
    """Latin-1, unless there are bytes that are characters in Windows-1252 alone, such as curly quotes."""
    if re.search(rb"[\x80-\x9f]", data) is None:
        return "latin_1", "Latin-1"
    return "cp1252", _OTHERS["cp1252"]


def _asked(sample: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_OTHERS)).best()
    return None if best is None or best.encoding not in _OTHERS else (best.encoding, _OTHERS[best.encoding])
