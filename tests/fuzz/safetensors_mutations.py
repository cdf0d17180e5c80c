"""Damage to the header of a safetensors file, with its length right or not."""

from random import Random

from tests.fuzz.json_mutations import JSON


def header(rng: Random, data: bytes) -> bytes:
    size = int.from_bytes(data[:8], "little")
    damaged = rng.choice(JSON)(rng, data[8 : 8 + size])
    return len(damaged).to_bytes(8, "little") + damaged + data[8 + size :]


def length(rng: Random, data: bytes) -> bytes:
    return rng.choice((0, 1, 8, 2**20, 2**32, 2**63, 2**64 - 1)).to_bytes(8, "little") + data[8:]
