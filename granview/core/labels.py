"""Class names, their colours, and the map from one label set to another."""

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

VOID: Final = 255
"""Index of pixels that are scored by nobody, as in Pascal VOC and Cityscapes."""

MAX_CLASSES: Final = 65_535

BACKGROUND: Final = "background"
FOREGROUND: Final = "foreground"
"""The classes of a mask of two values, where nobody has named them."""

Color = tuple[int, int, int]


class LabelSet(msgspec.Struct, frozen=True):
    """The classes that a model or a reference knows, in index order.

    Attributes:
        names: One name per class index, as the model's config or the data set spells it.
        colors: One sRGB colour per class, each channel 0 to 255.
        void: The index that marks pixels without a class, or None when every pixel has one.
    """

    names: tuple[str, ...]
    colors: tuple[Color, ...]
    void: int | None = VOID

    def __post_init__(self) -> None:
        if len(self.names) != len(self.colors):
            raise ValueError(f"{len(self.names)} class names but {len(self.colors)} colours")
        if len(self.names) > MAX_CLASSES:
            raise ValueError(f"at most {MAX_CLASSES} classes, not {len(self.names)}")

    def __len__(self) -> int:
        return len(self.names)

    def name_or_number(self, index: int) -> str:
        """Name of a class; the index itself where the label set has no such class."""
        return self.names[index] if index < len(self) else str(index)

    def index(self, name: str) -> int | None:
        """Index of the class with this name, ignoring case, spaces, ``_`` and ``-``; None where there is none."""
        wanted = normalized(name)
        return next((i for i, own in enumerate(self.names) if normalized(own) == wanted), None)


def normalized(name: str) -> str:
    """A class name as names are matched: case-folded, without spaces, underscores and hyphens, but with its minus."""
    key = "".join(name.casefold().replace("_", " ").replace("-", " ").split())
    return f"-{key}" if key[:1].isdecimal() and name.lstrip().startswith("-") else key


class ClassMap(msgspec.Struct, frozen=True):
    """Where each class of a model goes in the reference's label set.

    Attributes:
        targets: For each model class, the reference class index, or None: a prediction of that class agrees with
            no reference class, so it counts as wrong wherever the reference has a class.
    """

    targets: tuple[int | None, ...]

    @property
    def matched(self) -> int:
        """How many model classes have a reference class."""
        return sum(target is not None for target in self.targets)

    def table(self, other: int) -> NDArray[np.uint16]:
        """Lookup table (len(targets),) uint16 from model class to reference class; ``other`` where there is none."""
        return np.array([other if target is None else target for target in self.targets], dtype=np.uint16)
