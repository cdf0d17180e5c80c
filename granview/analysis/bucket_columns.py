"""Buckets of millions of numbers, and the mean score in each: one look-up for nearly all of them."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.pieces import pieces

_KEYS: Final = 1 << 16
_REFINED: Final = -2

Places = NDArray[np.int16]


def bucket_index(values: NDArray[Any], edges: Sequence[float]) -> Places:
    """(n,) the bucket of each number, -1 for NaN and for those outside of all.

    The upper half of a float's bits, which are its sign, exponent and seven bits of its fraction, tell the bucket of
    all numbers that share them, unless an edge lies among these: only such numbers are searched for.

    Args:
        values: (n,) numbers.
        edges: k + 1 increasing edges; each bucket holds its lower one.
    """
    reals = np.ascontiguousarray(values, np.float32)
    bounds = np.asarray(edges, np.float32)
    table = _table(bounds)
    halves = reals.view(np.uint16)[1::2] if np.little_endian else reals.view(np.uint16)[0::2]
    place = np.empty(len(reals), np.int16)
    for piece in pieces(len(reals)):
        found = table[halves[piece]]
        among = np.flatnonzero(found == _REFINED)
        if len(among):
            found[among] = _searched(reals[piece][among], bounds)
        place[piece] = found
    return place


def _table(bounds: NDArray[np.float32]) -> Places:
    """For each upper half of the bits, the bucket of its numbers; ``_REFINED`` where they are in several."""
    keys = np.arange(_KEYS, dtype=np.uint32) << np.uint32(16)
    ends = [_searched((keys | low).view(np.float32), bounds) for low in (np.uint32(0), np.uint32(0xFFFF))]
    return np.where(ends[0] == ends[1], ends[0], np.int16(_REFINED))


def _searched(reals: NDArray[np.float32], bounds: NDArray[np.float32]) -> Places:
    place = np.searchsorted(bounds, reals, side="right") - 1
    outside = (place >= len(bounds) - 1) | np.isnan(reals)
    return np.where(outside, -1, place).astype(np.int16)


def means_by_bucket(place: NDArray[Any], score: NDArray[Any], k: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The mean of the scores in each bucket, and how many there are.

    Args:
        place: (n,) the bucket of each unit, -1 for none.
        score: (n,) its score, NaN for none.
        k: How many buckets there are.

    Returns:
        (k,) float64, NaN where there is none, and (k,) int64.
    """
    sums, counts = np.zeros(k + 1), np.zeros(k + 1, np.int64)
    for piece in pieces(len(place)):
        at = place[piece].astype(np.intp) + 1
        reals = score[piece].astype(np.float64)
        added = np.bincount(at, reals, k + 1)
        if np.isnan(added).any():
            known = ~np.isnan(reals)
            at = at[known]
            added = np.bincount(at, reals[known], k + 1)
        sums += added
        counts += np.bincount(at, minlength=k + 1)
    means = np.full(k, np.nan)
    np.divide(sums[1:], counts[1:], out=means, where=counts[1:] > 0)
    return means, counts[1:]
