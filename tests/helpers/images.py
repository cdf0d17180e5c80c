"""Image files to read back: small ones with known pixels, and ones that lie about what they are."""

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def noise(height: int = 24, width: int = 32, seed: int = 0) -> NDArray[np.uint8]:
    """(height, width, 3) uint8 in which no two corners are alike, smooth enough for JPEG."""
    generator = np.random.default_rng(seed)
    coarse = generator.integers(0, 256, (4, 4, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BILINEAR)).copy()


def save(path: Path, pixels: NDArray[np.uint8] | None = None, **options: object) -> Path:
    """Save pixels in the format of the path's suffix; WebP without loss."""
    if path.suffix == ".webp":
        options.setdefault("lossless", True)
    Image.fromarray(noise() if pixels is None else pixels).save(path, **options)
    return path


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header claims that size, 8-bit RGB."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def webp_claiming(width: int, height: int) -> bytes:
    """A WebP of a few bytes whose header claims that size."""
    edges = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    extended = b"VP8X" + struct.pack("<I", 10) + bytes(4) + edges
    body = b"WEBP" + extended + b"VP8L" + struct.pack("<I", 8) + b"\x2f" + bytes(7)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def bmp_claiming(width: int, height: int) -> bytes:
    """A BMP header alone that claims that size, 24-bit."""
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + info
