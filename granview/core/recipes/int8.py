"""Weights of eight bits."""

from typing import Final

from granview.core.recipe import RECIPES, RecipeTraits

TRAITS: Final = RECIPES.register("int8")(
    RecipeTraits(
        "int8 weights",
        "quantisation",
        "Weights are stored in eight bits with a scale for each output channel, and computed with in the number format",
        caveat="A quarter of the memory of fp32; not faster: weights are turned back at every pass.",
    )
)
