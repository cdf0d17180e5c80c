"""What Label Studio's brush has painted: the runs that it packs bit by bit.

After 32 bits for how many numbers there are, 5 for how many bits a number has (less one) and 4 times 4 for how many
bits a length has (less one), a bit says whether the next is one number repeated or a row of them, two bits which of the
four sizes its length has, and then come the length (less one) and the number or numbers (``rle-pack`` of
https://github.com/thi-ng/umbrella). They are red, green, blue and alpha of each pixel; what has alpha is painted.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import MAX_PIXELS
from granview.core.errors import GranViewError

_CHANNELS: Final = 4
_ALPHA: Final = 3
_DAMAGED: Final = "Its brush strokes are damaged."


def painted(packed: Sequence[int], size: tuple[int, int]) -> NDArray[np.bool_]:
    """Which pixels are painted: (H, W) booleans.

    Args:
        packed: Bytes, as numbers of 0 to 255.
        size: (height, width) in px.

    Raises:
        GranViewError: they are damaged, or those of a picture of another size.
    """
    numbers = _unpacked(packed, size[0] * size[1] * _CHANNELS)
    inside: NDArray[np.bool_] = numbers.reshape(*size, _CHANNELS)[..., _ALPHA] != 0
    return inside


def _unpacked(packed: Sequence[int], n: int) -> NDArray[np.uint8]:
    try:
        bits = _Bits(bytes(packed))
    except (TypeError, ValueError) as error:
        raise GranViewError(_DAMAGED) from error
    if n > MAX_PIXELS * _CHANNELS or bits.read(32) != n:
        raise GranViewError("Its brush strokes are those of a picture of another size.")
    word = bits.read(5) + 1
    if word > 8:
        raise GranViewError(_DAMAGED)
    sizes = [bits.read(4) + 1 for _ in range(4)]
    out = np.zeros(n, np.uint8)
    place = 0
    while place < n:
        is_repeated = bits.read(1)
        end = place + 1 + bits.read(sizes[bits.read(2)])
        if end > n:
            raise GranViewError(_DAMAGED)
        out[place:end] = bits.read(word) if is_repeated else bits.words(end - place, word)
        place = end
    return out


class _Bits:
    """Bytes read bit by bit, the highest bit of each first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._bits = np.unpackbits(np.frombuffer(data, np.uint8))
        self._place = 0

    def read(self, n: int) -> int:
        """The next number of so many bits."""
        first, last = self._place // 8, (self._place + n + 7) // 8
        self._advance(n)
        value = int.from_bytes(self._data[first:last], "big") >> (8 * last - self._place)
        return value & ((1 << n) - 1)

    def words(self, count: int, n: int) -> NDArray[np.uint8]:
        """The next numbers of so many bits each: (count,) uint8."""
        start = self._place
        self._advance(count * n)
        rows = self._bits[start : self._place].reshape(count, n)
        return np.packbits(np.pad(rows, ((0, 0), (8 - n, 0))), axis=1)[:, 0]

    def _advance(self, n: int) -> None:
        self._place += n
        if self._place > len(self._bits):
            raise GranViewError(_DAMAGED)
