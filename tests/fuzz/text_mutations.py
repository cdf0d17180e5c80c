"""Damage to tables and tagged texts: cells, lines, separators, lengths, encodings."""

from random import Random

_ENCODINGS = ("utf-16", "utf-16-le", "utf-8-sig", "latin-1", "cp1252", "utf-32", "shift_jis")


def lines(rng: Random, data: bytes) -> bytes:
    """Lines lost, doubled, swapped, joined."""
    parts = data.split(b"\n")
    place, other = rng.randrange(len(parts)), rng.randrange(len(parts))
    act = rng.randrange(4)
    if act == 0:
        del parts[place]
    elif act == 1:
        parts[place:place] = [parts[other]] * rng.choice((1, 50))
    elif act == 2:
        parts[place], parts[other] = parts[other], parts[place]
    else:
        parts[place : place + 2] = [b"".join(parts[place : place + 2])]
    return b"\n".join(parts)


def cells(rng: Random, data: bytes) -> bytes:
    """Something put where a separator or anything else was."""
    start = rng.randrange(len(data) + 1)
    put = rng.choice(
        (
            b'"',
            b'""',
            b",",
            b"\t",
            b";",
            b"\0",
            b"\r",
            b"\r\n",
            b"\n\n",
            b"\x1a",
            b"\xff",
            b"\xed\xa0\x80",
            b"I-",
            b"B-",
        )
        + (b"-DOCSTART-", b"O O", b'"\n"', b"[", b"[[" * 600, b"{", b"=1+1", b"NaN", b"1e400", b"9" * 5000, b" ")
    )
    return data[:start] + put * rng.choice((1, 1, 1, 40)) + data[start + rng.randrange(3) :]


def long_cell(rng: Random, data: bytes) -> bytes:
    start = rng.randrange(len(data) + 1)
    return (
        data[:start] + rng.choice((b"a", b"a ", b",", b'"', b"\xc3\xa9")) * rng.choice((10_000, 300_000)) + data[start:]
    )


def encode_otherwise(rng: Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")


TEXT = (lines, lines, cells, cells, cells, long_cell, encode_otherwise)
