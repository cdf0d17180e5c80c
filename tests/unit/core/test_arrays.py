import zlib

import numpy as np
import pytest

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import GranViewError

ARRAYS = [
    np.zeros((0,), np.uint8),
    np.zeros((3, 0, 2), np.float32),
    np.array(7, np.int64),
    np.arange(24, dtype=np.uint16).reshape(2, 3, 4),
    np.arange(24, dtype=np.float32).reshape(4, 6)[:, ::2],
    np.asfortranarray(np.arange(12, dtype=np.int32).reshape(3, 4)),
    np.array([True, False, True]),
    np.array([1, 256], dtype=">u2"),
    np.array([np.nan, np.inf, -0.0], np.float32),
]


@pytest.mark.parametrize("array", ARRAYS, ids=lambda array: f"{array.dtype}{array.shape}")
def test_what_is_packed_comes_back_whole(array: np.ndarray) -> None:
    back = unpack(pack(array))

    assert back.shape == array.shape
    assert back.dtype == array.dtype.newbyteorder("=")
    np.testing.assert_array_equal(back, array)


def test_a_label_map_shrinks_a_lot() -> None:
    labels = np.zeros((512, 512), np.uint8)
    labels[100:300, 100:300] = 3

    assert len(pack(labels).data) < labels.nbytes / 50


def test_objects_do_not_travel() -> None:
    with pytest.raises(TypeError, match="only arrays of numbers"):
        pack(np.array([object()]))


@pytest.mark.parametrize(
    "damaged",
    [
        PackedArray("<u1", (4,), b"not zlib"),
        PackedArray("<u1", (4,), zlib.compress(b"abc")),
        PackedArray("<u1", (1 << 40,), zlib.compress(b"abc")),
        PackedArray("|O", (1,), zlib.compress(bytes(8))),
        PackedArray("<u1", (4,), zlib.compress(b"abcd")[:-5]),
    ],
    ids=["not-zlib", "too-short", "too-large", "objects", "truncated"],
)
def test_damage_is_said_in_words(damaged: PackedArray) -> None:
    with pytest.raises(GranViewError, match="damaged"):
        unpack(damaged)


def test_a_bomb_is_not_inflated_past_its_claim() -> None:
    bomb = PackedArray("<u1", (4,), zlib.compress(bytes(10_000_000)))

    with pytest.raises(GranViewError, match="does not hold its 4 bytes"):
        unpack(bomb)
