"""Two of each four weights are zero, as GPUs can skip them."""

from typing import Final

from granview.core.recipe import RECIPES, RecipeTraits

TRAITS: Final = RECIPES.register("2:4")(
    RecipeTraits(
        "2:4 sparsity",
        "pruning",
        "Of each four weights of a linear layer the two of least magnitude become zero, and are not computed",
        devices=("cuda",),
        precisions=("bf16", "fp16"),
        caveat="For GPUs of compute capability 8.0 and later; not measured by GranView's authors.",
    )
)
