"""Which picture a file of many means by a name: only what is certain, so that none gets the reference of another."""

from collections import Counter
from collections.abc import Callable, Iterable
from unicodedata import normalize


def folded(name: str) -> str:
    """A name whatever its case, and whichever way its accents are written (NFC or NFD)."""
    return name.casefold() if name.isascii() else normalize("NFC", normalize("NFC", name).casefold())


def last_part(name: str) -> str:
    """A name without its folders, whichever way its slashes lean."""
    return name.replace("\\", "/").rpartition("/")[2]


def paired(records: Iterable[str], pictures: Iterable[str]) -> dict[str, str]:
    """The record of each picture that has one.

    First those of the very same name and folders; of what is left those whose names without folders are alike, whatever
    their case, where one record and one picture are called so: of several it is not known which is meant.

    Args:
        records: Names as a file has them, perhaps with folders.
        pictures: Names of pictures, with the folders between them and their top.
    """
    plain = {record.replace("\\", "/").removeprefix("./"): record for record in records}
    found = {picture: plain[picture] for picture in pictures if picture in plain}
    left = [picture for picture in pictures if picture not in found]
    used = set(found.values())
    bare = [record for record in plain.values() if record not in used]
    for alike in (last_part, _folded_last):
        by_name = _only_ones(bare, alike)
        only = _only_ones(left, alike)
        found |= {picture: by_name[name] for name, picture in only.items() if name in by_name}
        used = set(found.values())
        left = [picture for picture in left if picture not in found]
        bare = [record for record in bare if record not in used]
    return found


def _folded_last(name: str) -> str:
    return folded(last_part(name))


def _only_ones(names: Iterable[str], alike: Callable[[str], str]) -> dict[str, str]:
    """Names by what they are alike in, those that share it with none."""
    keys = {name: alike(name) for name in names}
    counts = Counter(keys.values())
    return {key: name for name, key in keys.items() if counts[key] == 1}
