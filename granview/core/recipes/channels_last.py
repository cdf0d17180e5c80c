"""Pictures with their channels last in memory."""

from typing import Final

from granview.core.recipe import RECIPES, RecipeTraits

TRAITS: Final = RECIPES.register("channels-last")(
    RecipeTraits(
        "Channels last",
        "layout",
        "Weights of convolutions lie with their channels last in memory, which many kernels compute faster",
    )
)
