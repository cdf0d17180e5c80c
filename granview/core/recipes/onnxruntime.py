"""ONNX Runtime in torch's stead."""

from typing import Final

from granview.core.recipe import RECIPES, RecipeTraits

TRAITS: Final = RECIPES.register("onnxruntime")(
    RecipeTraits(
        "ONNX Runtime",
        "engine",
        "The network is exported to ONNX at its first pass, and ONNX Runtime computes it in float32",
        precisions=("fp32",),
        compiles=False,
        caveat="Exporting takes seconds to minutes, once for each kind of input; not for models that write text.",
    )
)
