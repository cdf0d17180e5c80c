"""Arrays as they travel down a pipe and lie in a session: losslessly compressed, with their dtype and shape."""

import math
import sys
import zlib
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.errors import GranViewError

MAX_PIXELS: Final = 200_000_000
"""No image of more pixels is decoded, and so there is no larger map: 200 megapixels, twice the largest that cameras and
scanners commonly make."""

MAX_BYTES: Final = 2 * MAX_PIXELS
"""No packed array unpacks to more than this: a damaged session must not exhaust memory."""

_LEVEL = 1
_MAX_DIMENSIONS: Final = 32
_STEP_BYTES: Final = 16 << 20
_HINT: Final = "The session or message is damaged."
_KINDS = frozenset("biuf")


class PackedArray(msgspec.Struct, frozen=True):
    """A C-ordered, little-endian array, compressed by zlib.

    Attributes:
        dtype: A numpy dtype string such as ``<u2``; numbers and booleans only.
        shape: The array's shape.
        data: The compressed bytes.
    """

    dtype: str
    shape: tuple[int, ...]
    data: bytes


def pack(array: NDArray[Any]) -> PackedArray:
    """Compress an array of numbers or booleans, of any shape."""
    contiguous = np.ascontiguousarray(array).reshape(array.shape)
    if sys.byteorder == "big" or contiguous.dtype.byteorder == ">":
        contiguous = contiguous.astype(contiguous.dtype.newbyteorder("<"))
    if contiguous.dtype.kind not in _KINDS:
        raise TypeError(f"only arrays of numbers travel, not {contiguous.dtype}")
    return PackedArray(contiguous.dtype.str, array.shape, zlib.compress(contiguous.data, _LEVEL))


def unpack(packed: PackedArray) -> NDArray[Any]:
    """The array that was packed, read-only, with its dtype and shape.

    Raises:
        GranViewError: the bytes are damaged, or claim more than ``MAX_BYTES``.
    """
    dtype = _dtype(packed.dtype)
    size = dtype.itemsize * math.prod(packed.shape)
    if any(not 0 <= side <= MAX_BYTES for side in packed.shape) or len(packed.shape) > _MAX_DIMENSIONS:
        raise GranViewError(f"An array claims the shape {packed.shape[:4]}.", _HINT)
    if size > MAX_BYTES:
        raise GranViewError(f"An array claims {size} bytes.", _HINT)
    try:
        data = _inflated(packed.data, size)
    except zlib.error as error:
        raise GranViewError(f"An array cannot be unpacked: {error}.", _HINT) from error
    if data is None:
        raise GranViewError(f"An array does not hold its {size} bytes.", _HINT)
    array = data.view(dtype).reshape(packed.shape)
    array.flags.writeable = False
    return array


def _dtype(name: str) -> np.dtype[Any]:
    try:
        dtype = np.dtype(name)
    except (TypeError, ValueError, SyntaxError) as error:
        raise GranViewError("An array claims a type that is none.", _HINT) from error
    if dtype.kind not in _KINDS:
        raise GranViewError(f"An array claims the type {dtype}, which is no number.", _HINT)
    return dtype


def _inflated(data: bytes, size: int) -> NDArray[np.uint8] | None:
    """Exactly so many bytes, a step at a time, since zlib would hold them twice; None where there are fewer or more."""
    inflated = np.empty(size, np.uint8)
    inflater = zlib.decompressobj()
    done = 0
    while not inflater.eof:
        step = inflater.decompress(data, min(_STEP_BYTES, size - done + 1))
        if (not step and not inflater.eof) or done + len(step) > size:
            return None
        inflated[done : done + len(step)] = np.frombuffer(step, np.uint8)
        done += len(step)
        data = inflater.unconsumed_tail
    return inflated if done == size else None
