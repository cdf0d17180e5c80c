"""Class tables of well-known data sets, ``resources/class_tables``: names, colours and values, which are fixed."""

import tomllib
from functools import lru_cache
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from granview.core.labels import VOID, Color, LabelSet
from granview.core.resources import resource_path
from granview.io.class_source import ClassFile

_FOLDER: Final = "class_tables"

Value = Annotated[int, Meta(ge=0, le=VOID)]


class _Class(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    color: Color
    values: tuple[Value, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    void: tuple[Value, ...]
    classes: tuple[_Class, ...]
    void_color: Color | None = None


@lru_cache
def known_classes(name: str) -> ClassFile:
    """The classes of a well-known data set, and what the values of its masks stand for.

    Args:
        name: Of a file in ``resources/class_tables``, such as ``cityscapes``.
    """
    text = resource_path(_FOLDER, f"{name}.toml").read_text(encoding="utf-8")
    table = msgspec.convert(tomllib.loads(text), _Table)
    labels = LabelSet(tuple(each.name for each in table.classes), tuple(each.color for each in table.classes), VOID)
    values: dict[int, int | None] = dict.fromkeys(table.void)
    values |= {value: place for place, each in enumerate(table.classes) for value in each.values}
    is_by_index = table.void == (VOID,) and all(each.values == (i,) for i, each in enumerate(table.classes))
    # Masks of data sets that say a colour for void are in colour, too.
    has_colors = table.void_color is not None
    return ClassFile(labels, has_colors, True, table.void_color, None if is_by_index else values)
