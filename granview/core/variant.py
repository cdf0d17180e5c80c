"""Variants: how a model is run. A number format, recipes that change the model or how it is computed, compilation."""

from itertools import pairwise
from typing import Final, Literal, get_args

import msgspec

from granview.core.errors import ArgumentError
from granview.core.recipe import RECIPES, RecipeTraits, recipe_traits

Precision = Literal["fp32", "tf32", "bf16", "fp16"]
PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)
COMPILED: Final = "compile"
_PLUS: Final = "+"


class Step(msgspec.Struct, frozen=True):
    """One recipe of a variant, with how much of it.

    Attributes:
        recipe: A name of ``RECIPES``.
        amount: As the recipe's traits say, such as the share of weights that are pruned; None where it takes none.
    """

    recipe: str
    amount: float | None = None

    def __str__(self) -> str:
        return self.recipe if self.amount is None else f"{self.recipe}={self.amount:g}"

    @property
    def traits(self) -> RecipeTraits:
        """What is known of the recipe without a model."""
        return recipe_traits(self.recipe)

    @classmethod
    def parse(cls, text: str) -> "Step":
        """Read ``RECIPE`` or ``RECIPE=AMOUNT``; a recipe that takes an amount has its default where none is named.

        Raises:
            ArgumentError: there is no such recipe, or the amount is none of it.
        """
        name, equals, amount = text.partition("=")
        traits = recipe_traits(name)
        return cls(name, traits.amount_of(amount if equals else None))


class Variant(msgspec.Struct, frozen=True):
    """How a model is run.

    Attributes:
        precision: The number format of weights and activations. ``tf32`` is fp32 whose matrix products on a GPU are
            computed with ten bits of mantissa.
        compiled: Whether the model goes through ``torch.compile``.
        steps: Recipes in the order in which they are applied, at most one of each group.
    """

    precision: Precision = "fp32"
    compiled: bool = False
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        words = (self.precision, *map(str, self.steps), *((COMPILED,) if self.compiled else ()))
        return _PLUS.join(words)

    @property
    def is_plain(self) -> bool:
        """Whether nothing is done to the model: it runs in fp32, as it was trained."""
        return self == Variant()

    @property
    def short(self) -> str:
        """As ``str()``, without the fp32 that recipes or compilation follow: ``int8`` for ``fp32+int8``."""
        return str(self).removeprefix(f"{PRECISIONS[0]}{_PLUS}")

    def step_of(self, group: str) -> Step | None:
        """The recipe of a group, such as ``pruning``; None where the variant has none of it."""
        return next((step for step in self.steps if step.traits.group == group), None)

    @classmethod
    def of(cls, precision: Precision, steps: tuple[Step, ...] = (), compiled: bool = False) -> "Variant":
        """A variant whose recipes are put in the order in which they are applied.

        Raises:
            ArgumentError: two recipes exclude each other, or one does not go with the rest.
        """
        ordered = tuple(sorted(steps, key=lambda step: (step.traits.rank, step.recipe)))
        for before, step in pairwise(ordered):
            if before.traits.group == step.traits.group:
                raise ArgumentError(f"{before} and {step} exclude each other.", f"Choose one {step.traits.group}.")
        for step in ordered:
            step.traits.check(precision, compiled)
        return cls(precision, compiled, ordered)

    @classmethod
    def parse(cls, text: str) -> "Variant":
        """Read a number format, then recipes and ``compile``, each after a plus: ``bf16+magnitude=0.5+compile``.

        Raises:
            ArgumentError: the text is no variant.
        """
        precision, *words = text.strip().lower().split(_PLUS)
        if precision not in PRECISIONS or len(set(words)) < len(words):
            raise _no_variant(text)
        unknown = [word for word in words if word != COMPILED and word.partition("=")[0] not in RECIPES]
        if unknown:
            raise _no_variant(text)
        steps = tuple(Step.parse(word) for word in words if word != COMPILED)
        return cls.of(next(known for known in PRECISIONS if known == precision), steps, COMPILED in words)


def _no_variant(text: str) -> ArgumentError:
    return ArgumentError(
        f"'{text}' is not a variant.",
        f"Use {', '.join(PRECISIONS)}, alone or with any of {', '.join((*RECIPES.all(), COMPILED))} after a plus, such "
        "as bf16+compile.",
    )
