"""The values that masks hold, each with its share and what it is taken for, as people are shown them."""

from collections.abc import Sequence
from dataclasses import dataclass

from granview.core.image_params import MaskValues
from granview.core.labels import VOID
from granview.io.mask_survey import MaskGroup, MaskSurvey


@dataclass(frozen=True)
class HeldValue:
    """A value of masks.

    Attributes:
        value: The value.
        share: Its share of all pixels that were looked at, 0 to 1.
        masks: How many masks hold it.
    """

    value: int
    share: float
    masks: int


@dataclass(frozen=True)
class MaskTable:
    """What was found in masks.

    Attributes:
        values: In order.
        n: How many masks were looked at.
        names: The classes to choose from: those of class files, else of the models; empty where unknown.
        ambiguous: Masks of which nothing tells how they lie over their pictures.
        groups: The masks by class file.
        models: The classes of the models by index; empty where these differ or are not known.
    """

    values: tuple[HeldValue, ...]
    n: int
    names: tuple[str, ...]
    ambiguous: int
    groups: tuple[MaskGroup, ...]
    models: tuple[str, ...]

    @classmethod
    def of(cls, survey: MaskSurvey, models: Sequence[str]) -> "MaskTable":
        """The table of a survey, beside the classes of the models; empty where these differ or are not known."""
        groups = tuple(group for group in survey.groups if group.n)
        total = sum(sum(group.pixels.values()) for group in groups) or 1
        values = tuple(
            HeldValue(
                value,
                sum(group.pixels.get(value, 0) for group in groups) / total,
                sum(group.masks.get(value, 0) for group in groups),
            )
            for value in sorted({value for group in groups for value in group.pixels})
        )
        files = dict.fromkeys(name for group in groups if group.classes for name in group.classes.labels.names)
        n = sum(group.n for group in groups)
        return cls(values, n, tuple(files) or tuple(models), survey.ambiguous, groups, tuple(models))

    def meaning(self, rule: MaskValues, value: int) -> str | None:
        """What a value is taken for by a rule in the masks that hold it; None where nothing says so in some."""
        found = {self._in_group(group, rule, value) for group in self.groups if value in group.pixels}
        return " / ".join(sorted(name for name in found if name)) if None not in found else None

    def needs_no_name(self, value: int, name: str) -> bool:
        """Whether the class files of all masks that hold a value say themselves that it is this."""
        holding = [group for group in self.groups if value in group.pixels]
        return all(group.classes and self._in_group(group, MaskValues(), value) == name for group in holding)

    def _in_group(self, group: MaskGroup, rule: MaskValues, value: int) -> str | None:
        if group.classes is None:
            return rule.meaning(value, () if rule.classes else self.models, VOID)
        return group.classes.meaning(value, rule)


def percent(share: float) -> str:
    """A share of 0 to 1 as a table shows it."""
    return f"{100 * share:.1f} %"
