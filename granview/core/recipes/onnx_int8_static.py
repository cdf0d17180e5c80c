"""ONNX Runtime in int8, ranges found once."""

from typing import Final

from granview.core.recipe import RECIPES, RecipeTraits

TRAITS: Final = RECIPES.register("onnx-int8-static")(
    RecipeTraits(
        "ONNX int8, static",
        "engine",
        "ONNX Runtime computes in int8; the ranges of activations are those of the samples of the first pass",
        devices=("cpu",),
        precisions=("fp32",),
        compiles=False,
        caveat="The first batch calibrates it: choose a larger batch size to calibrate on more samples.",
    )
)
