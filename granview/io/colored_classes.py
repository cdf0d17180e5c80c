"""Classes that masks show by their colours."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from granview.core.labels import Color, LabelSet, normalized
from granview.io.class_source import ClassFile, check_classes, default_void

_VOID_NAMES: Final = frozenset(map(normalized, ("void", "ignore", "ignored", "__ignore__")))
"""What a class is called that stands for pixels without a class."""


def colored_classes(path: Path, entries: Sequence[tuple[str, Color]]) -> ClassFile:
    """What a file says that gives every class its colour.

    Args:
        path: The file, for words.
        entries: Name and colour of each class; one that is called void, ignore or ignored is none.

    Raises:
        InputError: it has no classes, too many, or colours that are none.
    """
    classes = [(name, color) for name, color in entries if normalized(name) not in _VOID_NAMES]
    void = next((color for name, color in entries if normalized(name) in _VOID_NAMES), None)
    names, colors = tuple(name for name, _ in classes), tuple(color for _, color in classes)
    check_classes(path, (*colors, void) if colors and void else colors, None)
    labels = LabelSet(names, colors, default_void(len(names)))
    return ClassFile(labels, True, void is not None, void, is_by_color=True)
