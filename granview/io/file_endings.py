"""What a file is by the end of its name, where a packed one says little: ``.nii.gz`` rather than ``.gz``."""

from typing import Final

_PACKED: Final = frozenset({"gz", "bz2", "xz", "zst", "lz4", "z"})
_LONGEST: Final = 5


def ending(name: str) -> str:
    """The suffix of a name in lower case, with the one before it where the last says only how it is packed.

    Args:
        name: A file's name, perhaps with folders, their slashes forward.
    """
    stem, dot, last = name.rpartition("/")[2].lower().rpartition(".")
    if not stem:
        return ""
    before = stem.rpartition(".")[2] if "." in stem else ""
    is_compound = last in _PACKED and before.isalnum() and not before.isdigit() and len(before) <= _LONGEST
    return f".{before}.{last}" if is_compound else dot + last
