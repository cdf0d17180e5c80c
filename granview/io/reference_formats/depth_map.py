"""Depth maps beside pictures: PNGs of 16 bits, TIFFs of floating-point numbers, and arrays of NumPy."""

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import MAX_PIXELS
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.depth_map import ReferenceDepth
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import Frame, stored_view
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview.io.regular_files import as_input_error, open_regular

DEPTH_MAP: Final = "depth-map"
"""The format's name, as references name it."""

_ARRAY: Final = ".npy"
_HINT: Final = "Save distances as a PNG of 16 bits, a TIFF of floating-point numbers, or an array of NumPy (.npy)."


class DepthMapFormat(ReferenceFormat):
    """Whole numbers are divided by ``depth_scale`` to be metres, as other numbers are. 0 and NaN stand for nothing."""

    truth_type = ReferenceDepth
    suffixes = frozenset({".png", ".tif", ".tiff", _ARRAY})
    is_only_where_wanted = True

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceDepth:
        """Its distances in metres.

        Raises:
            InputError: it cannot be read, holds colours or 8 bits, or is not as large as the sample's picture.
        """
        path = Path(reference.path)
        values = _array(path) if path.suffix.lower() == _ARRAY else _picture(path)
        _check_size(values, frame, path)
        scale = params.depth_scale if values.dtype.kind in "iu" else 1.0
        with np.errstate(over="ignore", invalid="ignore"):
            metres = np.asarray(values, np.float32) / np.float32(scale)
        is_known = np.isfinite(metres) & (metres > 0)
        metres[~is_known] = np.nan
        return ReferenceDepth(metres, () if is_known.any() else (f"{path.name} holds no distance at all.",))


def _picture(path: Path) -> NDArray[Any]:
    with open_image(path) as opened:
        opened.load()
        values = _numbers(opened)
        width, height = opened.size
        upright = np.empty((height, width), values.dtype)
        stored_view(upright, opened.orientation)[:] = values
        return upright


def _numbers(opened: OpenedImage) -> NDArray[Any]:
    """The grey values of more than 8 bits that a file holds."""
    if opened.grey is None:
        raise InputError(
            f"{opened.path.name} holds {opened.bits} bits of {opened.image.mode}, too few to be distances.", _HINT
        )
    return opened.grey.values(np.asarray(opened.image))


def _array(path: Path) -> NDArray[Any]:
    with open_regular(path) as file:
        try:
            shape, dtype = _header(file)
            _check_array(path, shape, dtype)
            file.seek(0)
            array: NDArray[Any] = np.lib.format.read_array(file, allow_pickle=False)
        except OSError as error:
            raise as_input_error(path, error) from error
        except (ValueError, EOFError, MemoryError) as error:
            raise InputError(f"{path.name} is no array of NumPy, or is cut short.", _HINT) from error
    return array.reshape([side for side in array.shape if side != 1] if array.ndim > 2 else array.shape)


def _header(file: Any) -> tuple[tuple[int, ...], np.dtype[Any]]:
    version = np.lib.format.read_magic(file)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read(file)
    return shape, dtype


def _check_array(path: Path, shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    sides = [side for side in shape if side != 1] if len(shape) > 2 else list(shape)
    if len(sides) != 2 or dtype.kind not in "iuf":
        raise InputError(f"{path.name} holds an array {shape} of {dtype}, not (height, width) of numbers.", _HINT)
    if sides[0] * sides[1] > MAX_PIXELS:
        raise InputError(f"{path.name} holds more than {MAX_PIXELS // 10**6} megapixels.", "Cut it into tiles.")


def _check_size(values: NDArray[Any], frame: Frame | None, path: Path) -> None:
    if frame is not None and values.shape != (frame.height, frame.width):
        raise InputError(
            f"The reference {path.name} is {values.shape[1]} x {values.shape[0]} px, its picture {frame.width} x "
            f"{frame.height}.",
            "Give distances of this picture, at its size.",
        )


REFERENCE_FORMATS.register(DEPTH_MAP)(DepthMapFormat())
