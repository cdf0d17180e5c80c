"""ONNX Runtime in int8, ranges found at every pass."""

from typing import Final

from granview.core.recipe import RECIPES, RecipeTraits

TRAITS: Final = RECIPES.register("onnx-int8-dynamic")(
    RecipeTraits(
        "ONNX int8, dynamic",
        "engine",
        "ONNX Runtime computes in int8; the ranges of activations are found anew in every pass",
        devices=("cpu",),
        precisions=("fp32",),
        compiles=False,
        caveat="For linear layers: networks of convolutions took 4 to 6 times as long as in fp32. Exporting takes "
        "seconds to minutes, once for each kind of input; not for models that write text.",
    )
)
