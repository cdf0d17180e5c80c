"""What is known of a recipe without a model: what it changes, how much of it can be chosen, where it can run.

The traits of a recipe are one file of ``granview.core.recipes``; what it does to a network is the file of the same name
in ``granview.models.recipes``.
"""

from dataclasses import dataclass
from typing import Final, Literal

from granview.core.errors import ArgumentError
from granview.core.registry import Registry

Group = Literal["pruning", "quantisation", "layout", "engine"]
"""Recipes of one group exclude each other; groups are applied in this order."""

GROUPS: Final[tuple[Group, ...]] = ("pruning", "quantisation", "layout", "engine")


@dataclass(frozen=True)
class Amount:
    """How much of a recipe can be chosen.

    Attributes:
        title: What it is, such as ``share of weights``.
        default: What it is where nothing is said.
        low: The least.
        high: The most.
    """

    title: str
    default: float
    low: float
    high: float


@dataclass(frozen=True)
class RecipeTraits:
    """The traits of one recipe.

    Attributes:
        title: Its name on screen.
        group: What it excludes.
        description: What it does, in a sentence without the point.
        amount: How much of it can be chosen; None where it takes no amount.
        devices: The kinds of devices that it runs on: ``cpu``, ``cuda``.
        precisions: The number formats that it goes with.
        compiles: Whether ``torch.compile`` goes with it.
        caveat: What the user must know before choosing it, such as that it does not make a model faster; or empty.
    """

    title: str
    group: Group
    description: str
    amount: Amount | None = None
    devices: tuple[str, ...] = ("cpu", "cuda")
    precisions: tuple[str, ...] = ("fp32", "tf32", "bf16", "fp16")
    compiles: bool = True
    caveat: str = ""

    @property
    def rank(self) -> int:
        """Where it stands in the order in which recipes are applied."""
        return GROUPS.index(self.group)

    def amount_of(self, text: str | None) -> float | None:
        """The amount that a text says; None says nothing, which is the default.

        Raises:
            ArgumentError: it takes none, it is no number, or out of range.
        """
        if self.amount is None:
            if text is not None:
                raise ArgumentError(f"{self.title} takes no amount.", "Leave out what follows the equals sign.")
            return None
        if text is None:
            return self.amount.default
        limits = f"Its {self.amount.title} is from {self.amount.low:g} to {self.amount.high:g}."
        try:
            value = float(text)
        except ValueError as error:
            raise ArgumentError(f"'{text}' is not an amount of {self.title}.", limits) from error
        if not self.amount.low <= value <= self.amount.high:
            raise ArgumentError(f"{self.title} cannot be {value:g}.", limits)
        return value

    def check(self, precision: str, compiled: bool) -> None:
        """Refuse a number format or a compilation that does not go with it.

        Raises:
            ArgumentError: it does not.
        """
        if precision not in self.precisions:
            raise ArgumentError(f"{self.title} does not go with {precision}.", f"Use {', '.join(self.precisions)}.")
        if compiled and not self.compiles:
            raise ArgumentError(f"{self.title} does not go with torch.compile.", "Leave out one of them.")

    def why_not(self, device_kind: str) -> str:
        """Why it cannot run on ``cpu`` or ``cuda``, as a sentence; empty where it can."""
        if device_kind in self.devices:
            return ""
        return f"{self.title} runs on {' and '.join(kind.upper() for kind in self.devices)} only."


RECIPES: Final[Registry[RecipeTraits]] = Registry("granview.core.recipes", "recipe")


def recipe_traits(name: str) -> RecipeTraits:
    """The traits of a recipe by its name.

    Raises:
        ArgumentError: there is none of that name.
    """
    if name not in RECIPES:
        raise ArgumentError(f"There is no recipe '{name}'.", f"There are: {', '.join(RECIPES.all())}.")
    return RECIPES.get(name)
