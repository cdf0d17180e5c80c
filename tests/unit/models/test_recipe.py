import pytest
import torch
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.core.recipe import RECIPES, RecipeTraits
from granview.core.variant import Variant
from granview.models.ran_as import stored_mb
from granview.models.recipe import RECIPES as AT_WORK
from granview.models.recipe import with_recipes

CPU = torch.device("cpu")


def test_every_recipe_that_can_be_chosen_is_one_that_can_be_applied():
    assert set(RECIPES.all()) == set(AT_WORK.all())


def test_a_recipe_that_the_device_cannot_run_is_refused_before_anything_is_done():
    with RECIPES.temporarily("few", RecipeTraits("Few", "quantisation", "Has fewer bits", devices=("cuda",))):
        variant = Variant.parse("fp32+few")
        with pytest.raises(UnsupportedModel, match="Few runs on CUDA only"):
            with_recipes(nn.Linear(2, 2), variant, CPU)


def test_weights_that_share_a_storage_are_counted_once():
    one = nn.Linear(100, 100, bias=False)
    two = nn.Linear(100, 100, bias=False)
    two.weight = nn.Parameter(one.weight.data)
    assert stored_mb(nn.Sequential(one, two)) == pytest.approx(0.04)
