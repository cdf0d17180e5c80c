"""What a user wants of the data sets that were dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from granview.core.image_params import MaskValues
from granview.gui.session.data_set_memory import KeptChoice
from granview.io.data_set import DataSetChoice, DataSetChoices


@dataclass(frozen=True)
class ChosenDataSet:
    """What is wanted of one data set, or of what belongs to none.

    Attributes:
        choice: Its splits and sorts of references.
        values: What the values of its masks are taken for; None where it has none, or they have not been looked at yet.
        is_own: Whether the user has said so, and it is more than what was understood.
    """

    choice: DataSetChoice
    values: MaskValues | None = None
    is_own: bool = False


@dataclass(frozen=True)
class DataSetPlan:
    """What is loaded.

    Attributes:
        chosen: By folder, the data sets that are loaded.
        left_out: Folders of data sets that are not.
        others: What is wanted of the files that belong to no data set; None where they are not loaded.
        others_root: The folder that these lie in.
    """

    chosen: Mapping[Path, ChosenDataSet] = field(default_factory=dict)
    left_out: frozenset[Path] = frozenset()
    others: ChosenDataSet | None = None
    others_root: Path = Path()

    @property
    def choices(self) -> DataSetChoices:
        """As a search takes them."""
        return DataSetChoices(own={root: each.choice for root, each in self.chosen.items()}, left_out=self.left_out)

    def paths(self, dropped: Sequence[Path]) -> Sequence[Path]:
        """What is searched: all that was dropped, or the data sets alone."""
        return dropped if self.others is not None or not self.chosen else list(self.chosen)

    @property
    def readings(self) -> dict[str, MaskValues]:
        """By folder, what the values of masks are taken for."""
        return {str(root): each.values for root, each in self._every.items() if each.values is not None}

    @property
    def to_keep(self) -> dict[Path, KeptChoice]:
        """By folder, what is to be remembered; values only where the user has said what they are."""
        return {
            root: KeptChoice(each.choice, each.values if each.is_own else None) for root, each in self._every.items()
        }

    @property
    def _every(self) -> dict[Path, ChosenDataSet]:
        return {**({} if self.others is None else {self.others_root: self.others}), **self.chosen}
