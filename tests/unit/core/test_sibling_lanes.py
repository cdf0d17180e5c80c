from collections.abc import Iterator

import pytest

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.core.number_formats import FORMATS, why_not
from granview.core.recipe import RECIPES, Amount, RecipeTraits
from granview.core.sibling_lanes import USUAL, parse_variants, sibling_lanes, usual_variants
from granview.core.variant import PRECISIONS, Variant

PRUNED = RecipeTraits("Pruned", "pruning", "Prunes", Amount("share", 0.5, 0.1, 0.9))
ON_GPU = RecipeTraits("On a GPU", "quantisation", "Has fewer bits", devices=("cuda",), precisions=("bf16",))


@pytest.fixture(autouse=True)
def _recipes() -> Iterator[None]:
    with RECIPES.temporarily("magnitude", PRUNED), RECIPES.temporarily("int4", ON_GPU):
        yield


def texts(variants: tuple[Variant, ...]) -> list[str]:
    return [str(variant) for variant in variants]


def test_a_recipe_alone_is_in_the_first_number_format_that_goes_with_it() -> None:
    assert texts(parse_variants("bf16, magnitude=0.3,int4,bf16")) == ["bf16", "fp32+magnitude=0.3", "bf16+int4"]


def test_the_usual_variants_has_what_the_device_can_run() -> None:
    assert "bf16+int4" not in texts(usual_variants("cpu"))
    assert "bf16+int4" in texts(usual_variants("cuda"))
    assert texts(parse_variants(USUAL)) == texts(usual_variants("cpu"))
    assert {"bf16", "fp32+magnitude=0.5"} <= set(texts(usual_variants("cpu")))


@pytest.mark.parametrize("text", ["", " , ", "bf16,int3"])
def test_what_is_no_list_of_variants_is_refused(text: str) -> None:
    with pytest.raises(ArgumentError, match="variant"):
        parse_variants(text)


def test_siblings_are_the_lane_again_with_names_of_their_own() -> None:
    lane = LaneSpec("mine", "zoo:u", Variant("bf16"), "cpu", "depth-estimation", 2)
    found = sibling_lanes(lane, parse_variants("fp32,bf16,fp32+compile"), (2, 8), ["mine", "u"])
    assert [(each.name, str(each.variant), each.batch_size) for each in found] == [
        ("u-2", "fp32", 2),
        ("u-compile", "fp32+compile", 2),
        ("u-bf16-batch8", "bf16", 8),
    ]
    assert {(each.model, each.device, each.task) for each in found} == {("zoo:u", "cpu", "depth-estimation")}


def test_every_number_format_is_described_and_says_where_it_is_nothing_of_its_own() -> None:
    assert tuple(FORMATS) == PRECISIONS
    assert [name for name in PRECISIONS if why_not(Variant(name), "cpu")] == ["tf32"]
    assert not any(why_not(Variant(name), "cuda") for name in PRECISIONS)
    assert why_not(Variant.parse("bf16+int4"), "cpu") == "On a GPU runs on CUDA only."


def test_compile_alone_is_in_fp32() -> None:
    assert parse_variants("compile") == (Variant(compiled=True),)
