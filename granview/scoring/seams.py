"""Whether the seams of tiles can be seen in a picture."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def seam_ratio(values: NDArray[Any], rows: Sequence[int], columns: Sequence[int]) -> float | None:
    """How much larger steps of brightness are across seams than elsewhere.

    Args:
        values: (H, W) or (H, W, 3).
        rows: The first row after each seam.
        columns: The first column after each seam.

    Returns:
        Mean absolute difference of neighbours across the seams by that of all others; 1 where seams do not show. None
        where there are no seams, or no steps elsewhere.
    """
    down, right = _steps(values, 0), _steps(values, 1)
    seams = np.concatenate((down[[row - 1 for row in rows]], right[[column - 1 for column in columns]]))
    elsewhere = np.concatenate(
        (np.delete(down, [row - 1 for row in rows]), np.delete(right, [column - 1 for column in columns]))
    )
    usual = float(elsewhere.mean()) if len(elsewhere) else 0.0
    return float(seams.mean()) / usual if len(seams) and usual else None


def _steps(values: NDArray[Any], axis: int) -> NDArray[np.float64]:
    """The mean absolute step from each row, or column, to the next."""
    difference = np.abs(np.diff(values.astype(np.int16), axis=axis))
    others = tuple(each for each in range(difference.ndim) if each != axis)
    mean: NDArray[np.float64] = difference.mean(axis=others)
    return mean
