"""Damage to the headers of pictures that their checksums do not tell: sizes, depths, tags, and bombs in chunks."""

import struct
import zlib
from functools import cache
from random import Random

_SIDES = (0, 1, 3, 65_535, 65_536, 100_000, 2**24 - 1, 2**31 - 1, 2**32 - 1)
_PNG_HEAD = 8


@cache
def bomb_of(megabytes: int) -> bytes:
    """Zeros, packed a thousandfold: one block of a megabyte again and again, and the checksum of them all."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = ((megabytes << 20) % 65_521) << 16 | 1
    return b"\x78\xda" + block * megabytes + packer.flush() + struct.pack(">I", checksum)


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], _PNG_HEAD
    while at + 12 <= len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        found.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + size]))
        at += 12 + size
    return found


def _png(chunks: list[tuple[bytes, bytes]]) -> bytes:
    parts = [b"\x89PNG\r\n\x1a\n"]
    for name, body in chunks:
        parts += [struct.pack(">I", len(body)), name, body, struct.pack(">I", zlib.crc32(name + body))]
    return b"".join(parts)


def png_header(rng: Random, data: bytes) -> bytes:
    """Another size, depth or kind of colour, with a checksum that is right."""
    chunks = _chunks(data)
    if not chunks or len(chunks[0][1]) != 13:
        return data
    fields = list(struct.unpack(">IIBBBBB", chunks[0][1]))
    place = rng.randrange(len(fields))
    fields[place] = rng.choice(_SIDES) if place < 2 else rng.randrange(20)
    chunks[0] = (chunks[0][0], struct.pack(">IIBBBBB", *fields))
    return _png(chunks)


def png_chunks(rng: Random, data: bytes) -> bytes:
    """Chunks lost, doubled, moved, made up, or that unpack to far more than they hold."""
    chunks = _chunks(data)
    place = rng.randrange(len(chunks) + 1)
    bomb = bomb_of(rng.choice((10, 100, 300)))
    made = rng.choice(
        (
            (b"iCCP", b"x\0\0" + bomb),
            (b"zTXt", b"x\0\0" + bomb),
            (b"iTXt", b"x\0\1\0\0\0" + bomb),
            (b"eXIf", rng.randbytes(40)),
            (b"PLTE", rng.randbytes(rng.choice((0, 2, 3, 3000)))),
            (b"tRNS", rng.randbytes(rng.choice((0, 1, 6, 400)))),
            (b"IDAT", rng.randbytes(20)),
            (b"acTL", struct.pack(">II", 2**31, 0)),
            (b"fcTL", rng.randbytes(26)),
        )
    )
    act = rng.randrange(4)
    if act == 0 or not chunks:
        return _png([*chunks[:place], made, *chunks[place:]])
    place = min(place, len(chunks) - 1)
    if act == 1:
        return _png(chunks[:place] + chunks[place + 1 :])
    if act == 2:
        return _png([*chunks[:place], chunks[place], *chunks[place:]])
    name, body = chunks[place]
    return _png([*chunks[:place], (name, body[: rng.randrange(len(body) + 1)]), *chunks[place + 1 :]])


def png_pixels(rng: Random, data: bytes) -> bytes:
    """Pixel data that is well packed, and too short, too long, or a bomb."""
    chunks = [(name, body) for name, body in _chunks(data) if name != b"IDAT"]
    body = rng.choice((zlib.compress(b""), zlib.compress(rng.randbytes(500)), bomb_of(rng.choice((1, 50, 300)))))
    return _png([*chunks[:-1], (b"IDAT", body), *chunks[-1:]])


def jpeg_header(rng: Random, data: bytes) -> bytes:
    """Another size or number of components in the frame's header, or EXIF of no sense."""
    damaged = bytearray(data)
    at = next(
        (place for place in range(2, len(data) - 10) if data[place] == 0xFF and data[place + 1] in (0xC0, 0xC2)), 0
    )
    if not at or rng.random() < 0.3:
        body = b"Exif\0\0" + rng.choice((b"II*\0\x08\0\0\0", b"")) + rng.randbytes(rng.randrange(60))
        return data[:2] + b"\xff\xe1" + struct.pack(">H", rng.choice((len(body) + 2, 2, 65_535))) + body + data[2:]
    damaged[at + 5 : at + 9] = struct.pack(">HH", rng.choice(_SIDES) & 0xFFFF, rng.choice(_SIDES) & 0xFFFF)
    if rng.random() < 0.3:
        damaged[at + 9] = rng.randrange(6)
    return bytes(damaged)


def webp_header(rng: Random, data: bytes) -> bytes:
    """A canvas of another size, or another kind of chunk first."""
    canvas = (
        b"VP8X"
        + struct.pack("<I", 10)
        + bytes([rng.randrange(64), 0, 0, 0])
        + rng.choice((b"\xff" * 6, b"\0" * 6, rng.randbytes(6), b"\xff\x4f\0\xff\x4f\0"))
    )
    body = canvas + data[12:]
    return b"RIFF" + struct.pack("<I", rng.choice((len(body) + 4, 4, 2**32 - 1))) + b"WEBP" + body


def bmp_header(rng: Random, data: bytes) -> bytes:
    at, form = rng.choice(
        ((10, "<I"), (14, "<I"), (18, "<i"), (22, "<i"), (26, "<H"), (28, "<H"), (30, "<I"), (46, "<I"))
    )
    value = rng.choice((0, 1, 4, 8, 16, 24, 32, -1, -65_536, 40_000, 2**31 - 1))
    size = struct.calcsize(form)
    return data[:at] + struct.pack("<q", value)[:size] + data[at + size :]


def tiff_tags(rng: Random, data: bytes) -> bytes:
    """One entry of the first directory changed, or a directory that comes again and again."""
    if len(data) < 8 or data[:2] != b"II":
        return data
    (at,) = struct.unpack("<I", data[4:8])
    if at + 2 > len(data):
        return data
    (count,) = struct.unpack("<H", data[at : at + 2])
    damaged = bytearray(data)
    if rng.random() < 0.15:
        damaged[at + 2 + 12 * count : at + 6 + 12 * count] = struct.pack("<I", rng.choice((at, 8, 2**31)))
        return bytes(damaged)
    entry = at + 2 + 12 * rng.randrange(max(count, 1))
    field, size = rng.choice(((0, 2), (2, 2), (4, 4), (8, 4), (8, 4), (8, 4)))
    value = rng.choice((*_SIDES, 2, 5, 7, 8, 16, 32, 34_712, 50_000)) & ((1 << 8 * size) - 1)
    damaged[entry + field : entry + field + size] = value.to_bytes(size, "little")
    return bytes(damaged)
