"""Reference masks: index images, or colour images with the classes' colours beside them.

The class file (see ``classes``) gives names, colours and the void index. Without one, the classes of the model at hand
are taken in index order where the caller names them, else classes are called "0", "1", …; either is said in a notice.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.labels import MAX_CLASSES, Color, LabelSet
from granview.core.palette import class_colors
from granview.core.truth import Labels, ReferenceMask
from granview.io.class_colors import labels_by_color
from granview.io.classes import FILE_NAMES, ClassFile, default_void, find_class_file
from granview.io.opened import OpenedImage, open_image
from granview.io.orientation import stored_view

if TYPE_CHECKING:
    from PIL.Image import Image

_LOSSY: Final = frozenset({"JPEG", "WEBP"})
_GREY: Final = frozenset({"1", "L", "P", "I", "I;16", "I;16L", "I;16B", "I;16N"})
_BINARY: Final = (0, 255)
_BY_INDEX: Final = f"No class names: put {FILE_NAMES[0]} or {FILE_NAMES[1]} beside the references."


def read_reference(
    path: Path, size_hw: tuple[int, int] | None = None, by_index: LabelSet | None = None
) -> ReferenceMask:
    """Read a reference mask from a lossless image.

    Palette and grey images of 1 to 16 bits hold class indices. Colour images hold class colours, and need a class file
    with colours, unless all pixels are grey: then their value is the index. A two-class mask that holds only 0 and 255
    is read as classes 0 and 1, unless the class file says what void is.

    Args:
        path: A PNG, TIFF or BMP file.
        size_hw: The (height, width) that the reference must have, in pixels; None takes any.
        by_index: The classes to assume, index by index, where no class file lies beside the reference: the model's own.

    Raises:
        InputError: the file cannot be read, has another size, or holds a value or colour that is no class.
    """
    classes = find_class_file(path)
    with open_image(path) as opened:
        _refuse_lossy(opened)
        opened.load()
        _check_size(path, opened.size, size_hw)
        stored, palette = _stored_labels(opened, classes)
        labels = np.empty((opened.size[1], opened.size[0]), stored.dtype)
        stored_view(labels, opened.orientation)[...] = stored
    return _named(path, labels, classes, by_index, palette)


def _refuse_lossy(opened: OpenedImage) -> None:
    kind = opened.image.format
    if kind in _LOSSY:
        raise InputError(
            f"{opened.path.name} cannot be a reference: {kind} does not keep exact values.", "Save the mask as PNG."
        )


def _check_size(path: Path, size: tuple[int, int], wanted_hw: tuple[int, int] | None) -> None:
    if wanted_hw is not None and size != (wanted_hw[1], wanted_hw[0]):
        raise InputError(
            f"The reference {path.name} is {size[0]} x {size[1]} pixels, its image {wanted_hw[1]} x {wanted_hw[0]}.",
            "Give the reference of this image, at its size.",
        )


def _stored_labels(opened: OpenedImage, classes: ClassFile | None) -> tuple[Labels, tuple[Color, ...]]:
    """Indices as they are stored, and the colours of the image's own palette, if it has one."""
    image = opened.image
    if image.mode in _GREY:
        return _indices(opened.path, np.asarray(image)), _palette(image)
    rgb = np.asarray(image.convert("RGB"))
    if classes is not None and classes.has_colors:
        return labels_by_color(opened.path, rgb, classes), ()
    red = rgb[..., 0]
    if not (np.array_equal(red, rgb[..., 1]) and np.array_equal(red, rgb[..., 2])):
        raise InputError(
            f"{opened.path.name} is in colour, and no class colours are known.",
            f'Put {FILE_NAMES[0]} beside it: [{{"name": "road", "color": [90, 90, 90]}}, …].',
        )
    return np.ascontiguousarray(red), ()


def _indices(path: Path, values: NDArray[Any]) -> Labels:
    if values.dtype in (np.uint8, np.uint16):
        return values
    if values.dtype == np.bool_:
        return values.astype(np.uint8)
    if values.min() < 0 or values.max() > MAX_CLASSES:
        raise InputError(f"{path.name} holds values outside 0 to {MAX_CLASSES}.", "Save class indices as 8 or 16 bits.")
    return values.astype(np.uint16)


def _palette(image: "Image") -> tuple[Color, ...]:
    flat = image.getpalette("RGB") if image.mode == "P" else None
    return tuple(zip(flat[::3], flat[1::3], flat[2::3], strict=True)) if flat else ()


def _named(
    path: Path, labels: Labels, classes: ClassFile | None, by_index: LabelSet | None, palette: tuple[Color, ...]
) -> ReferenceMask:
    if classes is None:
        known, notice = _without_names(labels, by_index, palette)
        notices: tuple[str, ...] = (notice,)
    else:
        known, notices = classes.labels, ()
        if not classes.has_colors and len(palette) >= len(known):
            known = LabelSet(known.names, palette[: len(known)], known.void)
    if len(known) == 2 and not (classes and classes.says_void) and _holds_only(labels, _BINARY):
        labels, notices = labels // 255, (*notices, "It holds 0 and 255 only; 255 is read as the second class.")
    _refuse_unknown(path, labels, known)
    return ReferenceMask(labels, known, notices)


def _without_names(labels: Labels, by_index: LabelSet | None, palette: tuple[Color, ...]) -> tuple[LabelSet, str]:
    if by_index is not None:
        taken = LabelSet(by_index.names, by_index.colors, default_void(len(by_index)))
        return taken, f"{_BY_INDEX} The model's classes are taken in index order."
    void = default_void(0) if labels.dtype == np.uint8 else default_void(MAX_CLASSES)
    others = labels[labels != void]
    n_classes = 2 if _holds_only(labels, _BINARY) else int(others.max(initial=0)) + 1
    names = tuple(str(index) for index in range(n_classes))
    colors = palette[:n_classes] if len(palette) >= n_classes else class_colors(names)
    return LabelSet(names, colors, void), f"{_BY_INDEX} Classes are called by their index."


def _holds_only(labels: Labels, values: tuple[int, int]) -> bool:
    low, high = values
    return bool(((labels == low) | (labels == high)).all() and (labels == high).any())


def _refuse_unknown(path: Path, labels: Labels, known: LabelSet) -> None:
    unknown = labels >= len(known)
    if known.void is not None:
        unknown &= labels != known.void
    if unknown.any():
        row, column = np.unravel_index(int(unknown.argmax()), labels.shape)
        void = "there is no void index" if known.void is None else f"void is {known.void}"
        raise InputError(
            f"The reference {path.name} holds {labels[row, column]} at x={column}, y={row}, "
            f"but there are {len(known)} classes and {void}.",
            "Give the class file of these references.",
        )
