"""What to say when the tensors of a weight file are not those that the network wants."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import Tensor

from granview.core.errors import UnsupportedModel, WeightsMissing

Shape = tuple[int, ...]


@dataclass(frozen=True)
class WeightReport:
    """How the tensors on disk and those of the network differ, by name.

    Attributes:
        missing: Names that only the network has.
        unexpected: Names that only the file has.
        mismatched: Name, shape on disk and shape in the network, where both have it.
    """

    missing: Collection[str]
    unexpected: Collection[str]
    mismatched: Collection[tuple[str, Shape, Shape]]

    @classmethod
    def compare(cls, stored: Mapping[str, Tensor], wanted: Mapping[str, Tensor]) -> "WeightReport":
        """Compares two state dicts."""
        both = stored.keys() & wanted.keys()
        shapes = ((name, tuple(stored[name].shape), tuple(wanted[name].shape)) for name in both)
        return cls(wanted.keys() - both, stored.keys() - both, [entry for entry in shapes if entry[1] != entry[2]])

    def notices(self, where: Path) -> tuple[str, ...]:
        """What the user must know; nothing is ever made up for a tensor that is missing.

        Raises:
            WeightsMissing: tensors are missing.
            UnsupportedModel: tensors have another shape.
        """
        if self.mismatched:
            name, stored, wanted = min(self.mismatched)
            raise UnsupportedModel(
                f"The weights in {where} do not fit the model: {name} is {tuple(stored)} on disk, but the model wants "
                f"{tuple(wanted)}{_and_more(self.mismatched)}.",
                "The number of classes is often the reason: correct the config, or take the matching weights.",
            )
        if self.missing:
            raise WeightsMissing(
                f"The weights in {where} lack {min(self.missing)}{_and_more(self.missing)}.",
                "This may be a backbone without the head of its task: choose a model trained for the task.",
            )
        if self.unexpected:
            first = min(self.unexpected)
            return (f"The weights hold tensors that the model does not use: {first}{_and_more(self.unexpected)}.",)
        return ()


def _and_more(names: Collection[Any]) -> str:
    return f" and {len(names) - 1} more" if len(names) > 1 else ""
