"""Weights of four bits."""

from typing import Final

from granview.core.recipe import RECIPES, RecipeTraits

TRAITS: Final = RECIPES.register("int4")(
    RecipeTraits(
        "int4 weights",
        "quantisation",
        "Weights are stored in four bits, in blocks of 32 with a scale each, and computed with in the number format",
        caveat="A seventh of the memory of fp32; not faster: weights are turned back at every pass.",
    )
)
