"""What names the classes of references: the sorts of files that do, one file of ``granview.io.class_sources`` each."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar, Final

import msgspec

from granview.core.errors import InputError
from granview.core.image_params import VOID_NAME, MaskValues
from granview.core.labels import VOID, Color, LabelSet
from granview.core.palette import class_colors
from granview.core.registry import Registry

_NONE: Final = -1

VOID_16_BIT: Final = 65_535
"""Index of pixels without a class where 255 is the index of one."""


class ClassFile(msgspec.Struct, frozen=True):
    """What a class file says.

    Attributes:
        labels: Names, colours and void index.
        has_colors: Whether the file itself gives a colour for every class.
        says_void: Whether the file itself says which pixels have no class.
        void_color: The colour of pixels without a class in colour references, or None.
        values: The class of each value of a mask, None for void, where a value is not the index of its class; such
            masks hold no other values. None where a value is the index.
        is_by_color: Whether masks are read by their colours even where they have a palette of their own.
    """

    labels: LabelSet
    has_colors: bool
    says_void: bool
    void_color: Color | None
    values: dict[int, int | None] | None = None
    is_by_color: bool = False

    def meaning(self, value: int, rule: MaskValues) -> str | None:
        """What a value of a mask is taken for: a class, ``void``, or None where nothing says so.

        Args:
            value: The value.
            rule: What was chosen, which goes before the file.
        """
        if self.values is None or value in rule.named:
            return rule.meaning(value, self.labels.names, self.labels.void)
        index = self.values.get(value, _NONE)
        return VOID_NAME if index is None else None if index == _NONE else self.labels.names[index]


class ClassSource(ABC):
    """One sort of file that names classes.

    Attributes:
        file_names: What it is called; the first that is there counts.
        levels: In how many folders it is looked for: 1 is the references' own, 2 also the one above it, and so on.
        rank: Where a folder has several, the one of the lowest rank counts.
    """

    file_names: ClassVar[tuple[str, ...]]
    levels: ClassVar[int] = 2
    rank: ClassVar[int] = 0

    @abstractmethod
    def read(self, path: Path, data: bytes) -> ClassFile | None:
        """What a file says; None where it only happens to be called so.

        Args:
            path: The file, for words.
            data: What it holds.

        Raises:
            InputError: it cannot be understood.
        """


CLASS_SOURCES: Final[Registry[ClassSource]] = Registry("granview.io.class_sources", "file of class names")


def default_void(n_classes: int) -> int:
    """The void index where none is said: 255 where no class has it, else 65535."""
    return VOID if n_classes <= VOID else VOID_16_BIT


def text_lines(path: Path, data: bytes) -> list[str]:
    """The lines of a class file, without spaces round them.

    Raises:
        InputError: it is not UTF-8.
    """
    try:
        return [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from error


def check_classes(path: Path, colors: tuple[Color, ...], void: int | None) -> None:
    """Let nothing pass that no mask can hold.

    Raises:
        InputError: there are no classes, or too many; the void index or a colour is out of range.
    """
    if not colors:
        raise InputError(f"{path} names no class.", "Write one name per class, in index order.")
    if len(colors) > VOID_16_BIT or (void is not None and not 0 <= void <= VOID_16_BIT):
        raise InputError(f"{path} has more classes than fit, or a void index out of range.", "Indices go to 65535.")
    if any(not 0 <= channel <= 255 for color in colors for channel in color):
        raise InputError(f"{path} has a colour outside 0 to 255.", "Write each colour as [r, g, b].")


def named_only(path: Path, names: tuple[str, ...]) -> ClassFile:
    """What a file says that has nothing but names, in index order.

    Raises:
        InputError: it has none, or too many.
    """
    colors = class_colors(names)
    check_classes(path, colors, None)
    return ClassFile(LabelSet(names, colors, default_void(len(names))), False, False, None)
