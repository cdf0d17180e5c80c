"""Reference masks: index images, or colour images with the classes' colours beside them.

What the values of an index image mean is told in ``mask_values``, how a mask comes to lie over its picture in
``mask_frames``.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import MAX_CLASSES, Color, LabelSet
from granview.core.truths.mask import Labels, ReferenceMask
from granview.io.class_files import FILE_NAMES, ClassFile, find_class_file
from granview.io.image_pages import page_notices
from granview.io.mask_values import MaskSource, labels_by_color, named_mask
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import Frame, mask_placement, stored_view, upright_size

if TYPE_CHECKING:
    from PIL.Image import Image

_LOSSY: Final = frozenset({"JPEG", "WEBP"})
_GREY: Final = frozenset({"1", "L", "P", "I", "I;16", "I;16L", "I;16B", "I;16N"})
_COLORED: Final = frozenset({"1", "L", "P", "RGB", "RGBA"})
"""Modes of pictures whose pixels have colours of 8 bits."""

_AS_FILES_SAY: Final = ImageParams()


def read_reference(
    path: Path,
    frame: Frame | None = None,
    by_index: LabelSet | None = None,
    params: ImageParams = _AS_FILES_SAY,
    fixed: ClassFile | None = None,
) -> ReferenceMask:
    """Read a reference mask from a lossless image.

    Palette and grey images of 1 to 16 bits hold class indices. Colour images hold class colours, and need a class file
    with colours, unless all pixels are grey: then their value is the index.

    Args:
        path: A PNG, TIFF or BMP file; of one with several pages the first is read.
        frame: How the picture lies whose reference it is; None takes any size.
        by_index: The classes to assume, index by index, where no class file lies beside the reference: the model's own.
        params: What its values mean, and how it lies where nothing else tells.
        fixed: Its classes, where these do not depend on what lies beside it.

    Raises:
        InputError: the file cannot be read, has another size, or holds a value or colour that is no class.
    """
    classes = find_class_file(path) if fixed is None else fixed
    with open_image(path) as opened:
        refuse_lossy(opened)
        opened.load()
        place = mask_placement(opened, frame, params.mask_frame)
        values, palette = stored_values(opened, classes)
        coloured = None if values is not None else _upright(_by_color(opened, classes), place.orientation)
        pages = page_notices(opened, "The reference")
    notices = (*pages, *place.notices)
    if values is None:
        assert coloured is not None
        assert classes is not None
        return ReferenceMask(coloured, classes.labels, notices)
    upright = _upright(values, place.orientation)
    mask = named_mask(upright, MaskSource(path, classes, by_index, palette), params.values_of(path))
    return ReferenceMask(mask.labels, mask.label_set, (*notices, *mask.notices))


def refuse_lossy(opened: OpenedImage) -> None:
    """Let no mask pass whose format changes values.

    Raises:
        InputError: it does.
    """
    kind = opened.image.format
    if kind in _LOSSY:
        raise InputError(
            f"{opened.path.name} cannot be a reference: {kind} does not keep exact values.", "Save the mask as PNG."
        )


def stored_values(opened: OpenedImage, classes: ClassFile | None) -> tuple[Labels | None, tuple[Color, ...]]:
    """The values of an index mask as they are stored, and the colours of its palette; None for one in class colours.

    Raises:
        InputError: a value is out of range.
    """
    image = opened.image
    if classes is not None and classes.is_by_color and image.mode in _COLORED:
        return None, ()
    if image.mode in _GREY:
        return _indices(opened.path, np.asarray(image)), _palette(image)
    if classes is not None and classes.has_colors:
        return None, ()
    rgb = np.asarray(image.convert("RGB"))
    red = rgb[..., 0]
    is_grey = np.array_equal(red, rgb[..., 1]) and np.array_equal(red, rgb[..., 2])
    return (np.ascontiguousarray(red) if is_grey else None), ()


def _by_color(opened: OpenedImage, classes: ClassFile | None) -> Labels:
    if classes is not None and classes.has_colors:
        return labels_by_color(opened.path, np.asarray(opened.image.convert("RGB")), classes)
    raise InputError(
        f"{opened.path.name} is in colour, and no class colours are known.",
        f'Put {FILE_NAMES[0]} beside it: [{{"name": "road", "color": [90, 90, 90]}}, …].',
    )


def _upright(stored: Labels, orientation: int) -> Labels:
    width, height = upright_size((stored.shape[1], stored.shape[0]), orientation)
    labels = np.empty((height, width), stored.dtype)
    stored_view(labels, orientation)[...] = stored
    return labels


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
