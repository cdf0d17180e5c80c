"""Names of the classes of saved predictions, from files beside them: ``classes.json``, ``labels.json``, nnU-Net's."""

from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.labels import VOID, LabelSet
from granview.core.palette import class_colors
from granview.io.class_files import ClassFile, default_void, find_class_file
from granview.io.json_files import read_json_file
from granview.io.saved.listing import SavedListing

_TABLES: Final = ("labels.json", "dataset.json")
_IGNORED: Final = "ignore"
_HINT: Final = 'Write {"background": 0, "cell": 1} as its labels.'


def label_set(names: tuple[str, ...]) -> LabelSet:
    """Classes of these names in colours of GranView's own."""
    return LabelSet(names, class_colors(names), default_void(len(names)))


def classes_beside(listing: SavedListing) -> tuple[ClassFile, str] | None:
    """The classes that a file beside the predictions names, and what that file is called; None where there is none.

    Raises:
        InputError: it cannot be understood.
    """
    own = find_class_file(listing.root / "any")
    if own is not None:
        return own, "classes.json or classes.txt"
    for name in _TABLES:
        path = listing.named(name)
        if path is not None and (table := _from_table(path)) is not None:
            return table, name
    return None


def _from_table(path: Path) -> ClassFile | None:
    """A list of names, or an object of names by index or indices by name, by itself or as ``labels``."""
    value: Any = read_json_file(path, _HINT, object)
    if isinstance(value, dict) and isinstance(value.get("labels"), dict | list):
        value = value["labels"]
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return _class_file(dict(enumerate(value)))
    if not isinstance(value, dict) or not value:
        return None
    if all(str(key).isdecimal() and isinstance(name, str) for key, name in value.items()):
        return _class_file({int(key): name for key, name in value.items()})
    if all(isinstance(index, int) and not isinstance(index, bool) for index in value.values()):
        return _class_file({index: str(name) for name, index in value.items() if str(name) != _IGNORED})
    raise InputError(f"{path.name} does not say which class each value is.", _HINT)


def _class_file(names: dict[int, str]) -> ClassFile:
    last = max(names, default=-1)
    every = tuple(names.get(index, str(index)) for index in range(last + 1))
    return ClassFile(label_set(every), False, len(every) <= VOID, None)
