"""Where two label maps differ, and which of them is right; numpy alone, so that a window may compute it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core import labels as label_module
from granview.scoring.label_space import Labels, check_same_shape

BOTH_RIGHT: Final = 0
ONLY_LEFT_RIGHT: Final = 1
ONLY_RIGHT_RIGHT: Final = 2
BOTH_WRONG: Final = 3
VOID: Final = 4
SAME: Final = 0
DIFFERENT: Final = 5


def difference_map(
    left: Labels, right: Labels, reference: Labels | None = None, void: int | None = label_module.VOID
) -> NDArray[np.uint8]:
    """One value per pixel: (H, W) uint8.

    With a reference: ``BOTH_RIGHT``, ``ONLY_LEFT_RIGHT``, ``ONLY_RIGHT_RIGHT``, ``BOTH_WRONG``, and ``VOID`` where the
    reference is void, whatever was predicted there. Without: ``SAME`` or ``DIFFERENT``.

    Args:
        left: (H, W) uint8 or uint16.
        right: (H, W), in the same label space as ``left``.
        reference: (H, W), in the same label space, or None.
        void: Reference value that is not scored; None when there is none.

    Raises:
        ShapeError: the maps are not (H, W), or differ in size.
    """
    check_same_shape(left, right)
    if reference is None:
        return np.where(left != right, np.uint8(DIFFERENT), np.uint8(SAME))
    check_same_shape(reference, left)
    left_wrong, right_wrong = np.not_equal(left, reference), np.not_equal(right, reference)
    differences = left_wrong.view(np.uint8) * np.uint8(ONLY_RIGHT_RIGHT) + right_wrong.view(np.uint8)
    if void is not None:
        differences[reference == void] = VOID
    return differences
