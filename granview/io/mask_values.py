"""What the values and colours of masks mean: which class of which label set each is, and which are void.

The class file (see ``classes``) gives names, colours and the void index. Without one, the named classes of the choice
(see ``MaskValues``) are the label set; else the classes of the model at hand in index order, where the caller names
them; else classes are called "0", "1", … Every value is read by one rule, whatever else the mask holds.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.image_params import MaskValues
from granview.core.labels import MAX_CLASSES, Color, LabelSet
from granview.core.palette import class_colors
from granview.core.truths.mask import Labels, ReferenceMask
from granview.io.class_files import FILE_NAMES, ClassFile, default_void

_BY_INDEX: Final = f"No class names: put {FILE_NAMES[0]} or {FILE_NAMES[1]} beside the references."
_UNKNOWN: Final = -1


@dataclass(frozen=True)
class MaskSource:
    """Where the classes of a mask come from.

    Attributes:
        path: The mask.
        classes: The class file that belongs to it, or None.
        by_index: The model's classes, or None.
        palette: The colours of the image itself; empty without a palette.
    """

    path: Path
    classes: ClassFile | None
    by_index: LabelSet | None
    palette: tuple[Color, ...]


def named_mask(values: Labels, source: MaskSource, chosen: MaskValues | None) -> ReferenceMask:
    """The values of a mask as classes of a label set.

    Raises:
        InputError: one is neither a class nor void.
    """
    rule = chosen or MaskValues()
    known, notices = _label_set(values, source, rule)
    if rule == MaskValues() and (source.classes is None or source.classes.values is None):
        _refuse_unknown(source.path, values, known)
        return ReferenceMask(values, known, notices)
    void = default_void(len(known))
    table, odd = _table(rule, known, source.classes, void)
    labels = table[values]
    _refuse_unsaid(source, values, labels == _UNKNOWN, rule)
    words = () if rule == MaskValues() else (f"The values of the mask were read so: {rule.in_words}.",)
    known = LabelSet(known.names, known.colors, void)
    indices: Labels = labels.astype(np.uint8) if void <= 255 else labels.astype(np.uint16)
    return ReferenceMask(indices, known, (*notices, *words, *odd))


def _label_set(values: Labels, source: MaskSource, rule: MaskValues) -> tuple[LabelSet, tuple[str, ...]]:
    if source.classes is not None:
        labels = source.classes.labels
        if not source.classes.has_colors and len(source.palette) >= len(labels):
            return LabelSet(labels.names, source.palette[: len(labels)], labels.void), ()
        return labels, ()
    if rule.classes:
        return LabelSet(rule.classes, class_colors(rule.classes), default_void(len(rule.classes))), ()
    if source.by_index is not None:
        taken = source.by_index
        return LabelSet(taken.names, taken.colors, default_void(len(taken))), (
            f"{_BY_INDEX} The model's classes are taken in index order.",
        )
    return _numbered(values, source.palette, rule), (f"{_BY_INDEX} Classes are called by their index.",)


def _numbered(values: Labels, palette: tuple[Color, ...], rule: MaskValues) -> LabelSet:
    void = default_void(0) if values.dtype == np.uint8 else default_void(MAX_CLASSES)
    named = np.array([void, *rule.named], np.int64)
    n_classes = int(values[~np.isin(values, named)].max(initial=rule.base)) + 1 - rule.base
    names = tuple(str(index) for index in range(n_classes))
    return LabelSet(names, palette[:n_classes] if len(palette) >= n_classes else class_colors(names), void)


def _table(
    rule: MaskValues, known: LabelSet, classes: ClassFile | None, void: int
) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """Class index of each value, (65536,) int32, and what must be said of choices that do not apply."""
    table = np.full(MAX_CLASSES + 1, _UNKNOWN, np.int32)
    if classes is not None and classes.values is not None:
        for value, index in classes.values.items():
            table[value] = void if index is None else index
    elif classes is not None or not rule.classes:
        table[rule.base : rule.base + len(known)] = np.arange(len(known))[: len(table) - rule.base]
        if known.void is not None:
            table[known.void] = void
        if rule.base:
            table[0] = void
    odd: list[str] = []
    for value, name in rule.named.items():
        place = void if name is None else class_index(known, name)
        if place is None:
            odd.append(f"'{name}' is no class of these references, so {value} is read as if nothing was said of it.")
        else:
            table[value] = place
    return table, tuple(odd)


def class_index(labels: LabelSet, name: str) -> int | None:
    """The class of a name, or of an index in digits; None where there is none."""
    found = labels.index(name)
    if found is None and name.isdecimal() and int(name) < len(labels):
        return int(name)
    return found


def _refuse_unknown(path: Path, values: Labels, known: LabelSet) -> None:
    unknown = values >= len(known)
    if known.void is not None:
        unknown &= values != known.void
    if unknown.any():
        void = "there is no void index" if known.void is None else f"void is {known.void}"
        raise InputError(
            f"The reference {path.name} holds {_where(values, unknown)}, "
            f"but there are {len(known)} classes and {void}.",
            "Give the class file of these references, or say what the values of masks mean.",
        )


def _refuse_unsaid(source: MaskSource, values: Labels, unknown: NDArray[np.bool_], rule: MaskValues) -> None:
    if not unknown.any():
        return
    where = f"The reference {source.path.name} holds {_where(values, unknown)}"
    if rule == MaskValues() and source.classes is not None:
        names = ", ".join(source.classes.labels.names[:3])
        raise InputError(
            f"{where}, which is none of the values of its data set's classes ({names}, …).",
            "Put the class file of these references beside them, or say what the values of masks mean.",
        )
    raise InputError(
        f"{where}, and it is not said what that is: {rule.in_words}.",
        "Say what every value of the masks means, void ones too.",
    )


def _where(values: Labels, unknown: NDArray[np.bool_]) -> str:
    row, column = np.unravel_index(int(unknown.argmax()), values.shape)
    return f"{values[row, column]} at x={column}, y={row}"


def labels_by_color(path: Path, rgb: NDArray[np.uint8], classes: ClassFile) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """Indices (H, W) uint8, or uint16 where there are more than 255 classes, of an (H, W, 3) image of class colours.

    Raises:
        InputError: a pixel has a colour that no class has, or two classes have the same colour.
    """
    n_classes = len(classes.labels)
    codes = [_code(color) for color in classes.labels.colors]
    values = list(range(n_classes))
    if classes.void_color is not None:
        codes.append(_code(classes.void_color))
        values.append(default_void(n_classes) if classes.labels.void is None else classes.labels.void)
    if len(set(codes)) < len(codes):
        raise InputError(
            f"Two classes of {path.name} have the same colour.", "Give each class its own in classes.json."
        )
    order = np.argsort(codes)
    known = np.array(codes, np.uint32)[order]
    pixels = _pixel_codes(rgb)
    place = np.searchsorted(known, pixels).clip(max=len(known) - 1)
    wrong = known[place] != pixels
    if wrong.any():
        raise _unknown(path, rgb, wrong)
    if max(values) <= 255:
        return np.take(np.array(values, np.uint8)[order], place)
    return np.take(np.array(values, np.uint16)[order], place)


def _code(color: Color) -> int:
    red, green, blue = color
    return red << 16 | green << 8 | blue


def _pixel_codes(rgb: NDArray[np.uint8]) -> NDArray[np.uint32]:
    codes = rgb[..., 0].astype(np.uint32)
    for channel in (1, 2):
        codes <<= 8
        codes |= rgb[..., channel]
    return codes


def _unknown(path: Path, rgb: NDArray[np.uint8], wrong: NDArray[np.bool_]) -> InputError:
    row, column = np.unravel_index(int(wrong.argmax()), wrong.shape)
    color = tuple(int(channel) for channel in rgb[row, column])
    return InputError(
        f"The reference {path.name} has the colour {color} at x={column}, y={row}, which is no class's colour "
        f"({int(wrong.sum())} such pixels).",
        "Add it to classes.json, or save the mask without smoothing.",
    )
