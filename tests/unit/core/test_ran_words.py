from collections.abc import Iterator

import pytest

from granview.core.lane import RanAs
from granview.core.ran_words import ran_words
from granview.core.recipe import RECIPES, Amount, RecipeTraits
from granview.core.variant import Variant


@pytest.fixture(autouse=True)
def _recipes() -> Iterator[None]:
    few = RecipeTraits("Few bits", "quantisation", "Has fewer bits")
    pruned = RecipeTraits("Pruned", "pruning", "Prunes", Amount("share", 0.5, 0.1, 0.9))
    with RECIPES.temporarily("few", few), RECIPES.temporarily("pruned", pruned):
        yield


@pytest.mark.parametrize(
    ("text", "ran", "words"),
    [
        ("fp32", RanAs("fp32", "torch 2.15.0"), ()),
        ("fp32+few", None, ("few",)),
        ("fp32+few", RanAs("few", "torch 2.15.0", covered=0.971), ("few", "97 % of weights")),
        ("bf16+few+compile", RanAs("few", "torch 2.15.0", covered=0.9999), ("bf16+few+compile", "> 99.9 % of weights")),
        ("fp32+pruned", RanAs("fp32", "torch 2.15.0", sparsity=0.4861), ("pruned=0.5", "49 % zeros")),
        ("bf16", RanAs("fp32", "torch 2.15.0"), ("bf16", "ran in fp32")),
        ("fp32", RanAs("", "Bright in bright.py"), ("Bright in bright.py",)),
        ("bf16", RanAs("bf16", "OpenVINO 2026.4"), ("bf16", "OpenVINO 2026.4")),
    ],
)
def test_a_lane_says_what_was_asked_for_and_what_of_it_was_done(
    text: str, ran: RanAs | None, words: tuple[str, ...]
) -> None:
    assert ran_words(Variant.parse(text), ran) == words
