"""The smallest weights are zero."""

from typing import Final

from granview.core.recipe import RECIPES, Amount, RecipeTraits

TRAITS: Final = RECIPES.register("magnitude")(
    RecipeTraits(
        "Magnitude pruning",
        "pruning",
        "The weights of least magnitude in all linear, convolution and recurrent layers become zero",
        Amount("share of weights", 0.5, 0.01, 0.99),
        caveat="The network stays dense: neither faster nor smaller.",
    )
)
