"""Offsets into a text, probabilities beside them, and the checks that prediction types share.

Offsets count the code points of the sample's text, unless an attribute says otherwise; they are half-open (start, end).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import NotFinite, ShapeError

Offsets = NDArray[np.int32]
"""(n, 2) int32: start and end of each token or span."""

Probabilities = NDArray[np.float32]
"""(n,) float32, each 0 to 1."""


def offsets(pairs: Sequence[tuple[int, int]]) -> Offsets:
    """Pairs of offsets as an array (n, 2), for none of them too."""
    return np.array(pairs, dtype=np.int32).reshape(-1, 2)


def span_end(spans: Offsets) -> int:
    """The offset at which the last of some spans ends; 0 where there is none."""
    return int(np.max(spans, initial=0))


def check_shape(what: str, array: NDArray[Any], *shape: int | None) -> None:
    """See that an array has a shape; None stands for a side of any length.

    Raises:
        ShapeError: it has another one.
    """
    fits = array.ndim == len(shape) and all(want in (None, have) for want, have in zip(shape, array.shape, strict=True))
    if not fits:
        raise ShapeError(what, str(tuple("n" if side is None else side for side in shape)), array.shape)


def check_finite(what: str, values: Any) -> None:
    """See that values are numbers: whatever is made of NaN looks like an answer.

    Raises:
        NotFinite: one is NaN or infinite.
    """
    if not np.isfinite(values).all():
        raise NotFinite(f"{what} hold values that are no numbers (NaN or infinite).")
