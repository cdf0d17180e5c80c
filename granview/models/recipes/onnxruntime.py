"""ONNX Runtime in torch's stead."""

from granview.models.onnx_recipe import OnnxRecipe
from granview.models.recipe import RECIPES

RECIPES.register("onnxruntime")(OnnxRecipe())
