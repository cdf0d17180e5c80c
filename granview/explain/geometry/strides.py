"""Grids from token counts: the patches of a vision transformer, the stages of a hierarchical one."""

import math
from typing import Any, Final

Size = tuple[int, int]

MAX_LEADING: Final = 16
"""Class, distillation and register tokens before the patches; no published network has more."""

_STRIDES: Final = (1, 2, 4, 8, 16, 32, 64)
_PATCHES: Final = (14, 16, 32, 8)


def patch_grid(tokens: int, size: Size, patch: Size, most_leading: int = MAX_LEADING) -> tuple[Size, int] | None:
    """(rows, columns) and the number of leading tokens, where an input of that size has that many patches."""
    rows, columns = size[0] // patch[0], size[1] // patch[1]
    leading = tokens - rows * columns
    return ((rows, columns), leading) if rows * columns > 0 and 0 <= leading <= most_leading else None


def stride_grid(tokens: int, size: Size) -> tuple[Size, int] | None:
    """(rows, columns) and no leading tokens, where a power of two as stride gives that many tokens."""
    for stride in _STRIDES:
        rows, columns = math.ceil(size[0] / stride), math.ceil(size[1] / stride)
        if rows * columns == tokens:
            return (rows, columns), 0
    return None


def find_grid(tokens: int, size: Size, patches: list[Size]) -> tuple[Size, int] | None:
    """The grid of that many tokens over an input: by the patch sizes that a config names, else by common ones.

    Where none is named, one class token is allowed for, and no more.
    """
    named = (patch_grid(tokens, size, patch) for patch in patches)
    usual = (patch_grid(tokens, size, (edge, edge), 1) for edge in _PATCHES)
    tries = [*named, stride_grid(tokens, size), *(() if patches else usual)]
    return next((found for found in tries if found is not None), None)


def patch_size_of(config: Any) -> Size | None:
    """The patch size that a config names, as (height, width); None where it names none, or one for each stage."""
    patch = getattr(config, "patch_size", None)
    if isinstance(patch, int):
        return patch, patch
    if isinstance(patch, list | tuple) and len(patch) == 2 and all(isinstance(edge, int) for edge in patch):
        return patch[0], patch[1]
    return None
