"""The weakest channels are zero."""

from typing import Final

from granview.core.recipe import RECIPES, Amount, RecipeTraits

TRAITS: Final = RECIPES.register("structured")(
    RecipeTraits(
        "Channel pruning",
        "pruning",
        "In each linear and convolution layer but the last ones, the output channels of least norm become zero",
        Amount("share of channels", 0.3, 0.01, 0.95),
        caveat="Channels become zero and stay where they are: neither faster nor smaller.",
    )
)
