"""Damage that any file may take: bits flipped, an end cut off, blocks doubled, lost or swapped, lengths that lie."""

from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytes], bytes]

_INTERESTING = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_BLOCK = 64


def _place(rng: Random, data: bytes) -> int:
    """Anywhere, half of the time near the beginning, where headers are."""
    return rng.randrange(max(min(len(data), 512) if rng.random() < 0.5 else len(data), 1))


def flip_bits(rng: Random, data: bytes) -> bytes:
    damaged = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16)) if damaged else 0):
        damaged[_place(rng, data)] ^= 1 << rng.randrange(8)
    return bytes(damaged)


def truncate(rng: Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def lose_block(rng: Random, data: bytes) -> bytes:
    start = _place(rng, data)
    return data[:start] + data[start + rng.randrange(1, _BLOCK) :]


def double_block(rng: Random, data: bytes) -> bytes:
    start = _place(rng, data)
    block = data[start : start + rng.randrange(1, _BLOCK)]
    return data[:start] + block * rng.choice((2, 3, 100)) + data[start:]


def swap_blocks(rng: Random, data: bytes) -> bytes:
    one, other = sorted((_place(rng, data), _place(rng, data)))
    size = rng.randrange(1, _BLOCK)
    return data[:one] + data[other : other + size] + data[one + size : other] + data[one : one + size] + data[other:]


def overwrite(rng: Random, data: bytes) -> bytes:
    start, size = _place(rng, data), rng.randrange(1, _BLOCK)
    return data[:start] + rng.choice((bytes(size), b"\xff" * size, rng.randbytes(size))) + data[start + size :]


def lie_about_a_length(rng: Random, data: bytes) -> bytes:
    width = rng.choice((1, 2, 4, 8))
    value = rng.choice(_INTERESTING) if rng.random() < 0.8 else rng.getrandbits(8 * width)
    start = _place(rng, data) // width * width
    number = (value % (1 << (8 * width))).to_bytes(width, rng.choice(("little", "big")))
    return data[:start] + number + data[start + width :]


BYTES: tuple[Mutation, ...] = (
    flip_bits,
    flip_bits,
    truncate,
    lose_block,
    double_block,
    swap_blocks,
    overwrite,
    lie_about_a_length,
    lie_about_a_length,
)
