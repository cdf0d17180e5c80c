import pytest
import torch

from granview.zoo.labels import NUM_LABELS
from granview.zoo.nets import build_network
from granview.zoo.training.recipes import RECIPES, Recipe

PARAMETERS = {
    "unet-nano": (25_000, 35_000),
    "unet-nano-distilled": (25_000, 35_000),
    "unet-small": (400_000, 600_000),
    "unet-base": (4_000_000, 6_000_000),
    "fcn-small": (400_000, 650_000),
    "pointrend-nano": (34_000, 40_000),
    "segformer-nano": (100_000, 200_000),
    "segformer-nano-distilled": (100_000, 200_000),
    "segformer-small": (700_000, 1_000_000),
}


def _build(recipe: Recipe) -> torch.nn.Module:
    return build_network(recipe.architecture, NUM_LABELS, recipe.arguments).eval()


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=lambda recipe: recipe.name)
def test_sizes_are_the_ones_that_the_names_promise(recipe: Recipe) -> None:
    low, high = PARAMETERS[recipe.name]
    assert low <= sum(weight.numel() for weight in _build(recipe).parameters()) <= high


@pytest.mark.parametrize("size", [(64, 64), (65, 127), (33, 250)])
@pytest.mark.parametrize("recipe", RECIPES.values(), ids=lambda recipe: recipe.name)
def test_logits_have_the_size_of_the_input(recipe: Recipe, size: tuple[int, int]) -> None:
    with torch.inference_mode():
        logits = _build(recipe)(torch.zeros(2, 3, *size))
    assert logits.shape == (2, NUM_LABELS, *size)


def test_odd_sizes_are_padded_by_repeating_the_border() -> None:
    torch.manual_seed(0)
    network = build_network("unet", NUM_LABELS, {"widths": [4, 8], "stem_stride": 1}).eval()
    image = torch.rand(1, 3, 31, 30)
    taller = torch.cat((image, image[..., -1:, :]), dim=-2)
    with torch.inference_mode():
        torch.testing.assert_close(network(image), network(taller)[..., :31, :])


def test_an_unknown_architecture_is_refused() -> None:
    with pytest.raises(KeyError, match="mystery"):
        build_network("mystery", NUM_LABELS, {})
