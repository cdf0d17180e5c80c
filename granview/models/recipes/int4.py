"""Weights of four bits."""

from granview.models.packed_weights import Int4Blocks
from granview.models.recipe import RECIPES
from granview.models.weight_packing import WeightPacking

RECIPES.register("int4")(WeightPacking(Int4Blocks))
