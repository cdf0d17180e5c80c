"""Arrays as they travel down a pipe and lie in a session: losslessly compressed, with their dtype and shape."""

import math
import sys
import zlib
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.errors import GranViewError

MAX_BYTES: Final = 4 << 30
"""No packed array unpacks to more than this: a damaged session must not exhaust memory."""

_LEVEL = 1
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
    dtype = np.dtype(packed.dtype)
    size = dtype.itemsize * math.prod(packed.shape)
    if dtype.kind not in _KINDS or not 0 <= size <= MAX_BYTES:
        raise GranViewError(f"An array claims {size} bytes of {dtype}.", "The session or message is damaged.")
    inflater = zlib.decompressobj()
    try:
        data = inflater.decompress(packed.data, size + 1)
    except zlib.error as error:
        raise GranViewError(f"An array cannot be unpacked: {error}.", "The session or message is damaged.") from error
    if len(data) != size or not inflater.eof:
        raise GranViewError(f"An array does not hold its {size} bytes.", "The session or message is damaged.")
    return np.frombuffer(data, dtype=dtype).reshape(packed.shape)
