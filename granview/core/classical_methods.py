"""Methods that need no weights, by the names under which ``method:`` sources name them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ClassicalMethod:
    """A method without weights, which is a lane of its own.

    Attributes:
        title: Its name for readers.
        task: The task that it does.
        note: A line about it.
    """

    title: str
    task: str
    note: str


CLASSICAL_METHODS: Final[Mapping[str, ClassicalMethod]] = {
    "bicubic": ClassicalMethod("Bicubic", "image-to-image", "Keys' kernel with a = -0.5, as MATLAB's imresize."),
    "lanczos": ClassicalMethod("Lanczos", "image-to-image", "Three lobes, as Pillow has it."),
    "nearest": ClassicalMethod("Nearest", "image-to-image", "The input itself, each px as a square."),
}
