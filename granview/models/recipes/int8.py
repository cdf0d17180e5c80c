"""Weights of eight bits."""

from granview.models.packed_weights import Int8Rows
from granview.models.recipe import RECIPES
from granview.models.weight_packing import WeightPacking

RECIPES.register("int8")(WeightPacking(Int8Rows))
