"""How large a difference counts: one margin for every metric, or one each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from granview.analysis.equivalence import check_margin
from granview.core.errors import ArgumentError


@dataclass(frozen=True)
class Margins:
    """The largest differences that do not count, in each metric's own unit.

    Attributes:
        every: Of each metric that ``of_metric`` does not name; None where such a metric has none.
        of_metric: By the metric's name.
        may_be_none: Whether a margin may be 0, so that every difference counts.

    Raises:
        ArgumentError: one is not above 0.
    """

    every: float | None = None
    of_metric: Mapping[str, float] = field(default_factory=dict)
    may_be_none: bool = False

    def __post_init__(self) -> None:
        for margin in (*self.of_metric.values(), *(() if self.every is None else (self.every,))):
            if margin or not self.may_be_none:
                check_margin(margin)

    @classmethod
    def of(cls, margin: "float | Mapping[str, float] | None", *, may_be_none: bool = False) -> "Margins":
        """From one number, from numbers by metric, or from nothing."""
        if margin is None:
            return NO_MARGINS
        every, of_metric = (None, dict(margin)) if isinstance(margin, Mapping) else (float(margin), {})
        return cls(every, of_metric, may_be_none)

    @classmethod
    def parse(cls, texts: Iterable[str], *, may_be_none: bool = False) -> "Margins":
        """From ``0.01`` and ``miou=0.01``, as the command line has them.

        Raises:
            ArgumentError: one is neither, or a metric or the rest is named twice.
        """
        found: dict[str, float] = {}
        for text in texts:
            name, equals, number = text.rpartition("=")
            if bool(name) != bool(equals) or not _is_number(number):
                raise ArgumentError(f"'{text}' sets no margin.", "Write --margin 0.01, or --margin METRIC=0.01.")
            if name in found:
                raise ArgumentError(f"There are two margins of {name or 'every metric'}.", "Leave one out.")
            found[name] = float(number)
        return cls(found.pop("", None), found, may_be_none)

    def margin(self, metric: str) -> float | None:
        """That of a metric; None where it has none."""
        return self.of_metric.get(metric, self.every)

    def refuse_unknown(self, metrics: Iterable[str]) -> None:
        """Make sure that margins are of metrics that there are.

        Raises:
            ArgumentError: one is not.
        """
        known = list(dict.fromkeys(metrics))
        if unknown := [name for name in self.of_metric if name not in known]:
            there_are = f"There are: {', '.join(known)}." if known else "There is none."
            raise ArgumentError(f"There is no metric '{unknown[0]}' to set a margin of.", there_are)


NO_MARGINS: Final = Margins()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
