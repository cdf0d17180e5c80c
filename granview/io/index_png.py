"""Index PNGs: masks as the field exchanges them."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ShapeError
from granview.core.labels import LabelSet
from granview.io.atomic_write import atomic_write


def write_index_png(path: Path, labels: NDArray[np.unsignedinteger[Any]], label_set: LabelSet) -> None:
    """Write a label map as a PNG whose pixel values are the class indices.

    Where all fit into 8 bits it is a palette PNG that carries the classes' colours, as Pascal VOC's are; the void index
    is white. With more than 256 classes, or a void index beyond 255, it is a 16-bit grey PNG.

    Args:
        path: Where to; written whole or not at all.
        labels: (H, W) uint8 or uint16.
        label_set: The classes, for the colours.

    Raises:
        ShapeError: the labels are not two-dimensional.
        GranViewError: the file cannot be written.
    """
    from PIL import Image

    if labels.ndim != 2:
        raise ShapeError("A label map", "(H, W)", labels.shape)
    if _fits_8_bits(labels, label_set):
        image = Image.fromarray(labels.astype(np.uint8))
        image.putpalette(_palette(label_set))
    else:
        image = Image.fromarray(labels.astype(np.uint16))
    with atomic_write(path) as file:
        image.save(file, format="PNG")


def _fits_8_bits(labels: NDArray[np.unsignedinteger[Any]], label_set: LabelSet) -> bool:
    return len(label_set) <= 256 and int(labels.max(initial=0)) <= 255


def _palette(label_set: LabelSet) -> bytes:
    palette = np.zeros((256, 3), np.uint8)
    if label_set.void is not None and label_set.void < 256:
        palette[label_set.void] = 255
    palette[: len(label_set)] = np.array(label_set.colors, np.uint8).reshape(-1, 3)
    return palette.tobytes()
