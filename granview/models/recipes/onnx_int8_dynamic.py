"""ONNX Runtime in int8, ranges found at every pass."""

from granview.models.onnx_recipe import OnnxRecipe
from granview.models.recipe import RECIPES

RECIPES.register("onnx-int8-dynamic")(OnnxRecipe("Dynamic"))
