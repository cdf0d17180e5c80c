"""Amounts of memory as they are told: in gigabytes of 10^9 bytes, as disks and models are sold."""

from typing import Final

_SMALL: Final = 950_000_000


def gigabytes(amount: float) -> str:
    """Bytes as ``3.4 GB``, below one as ``340 MB``."""
    if amount < _SMALL:
        return f"{amount / 1e6:.0f} MB"
    return f"{amount / 1e9:.1f} GB"
