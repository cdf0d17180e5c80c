import msgspec
import pytest

from granview.core.errors import ArgumentError
from granview.core.recipe import RECIPES, Amount, RecipeTraits
from granview.core.variant import Step, Variant

HALF = RecipeTraits("Half", "pruning", "Halves", Amount("share", 0.5, 0.1, 0.9))
FEW = RecipeTraits("Few", "quantisation", "Has fewer bits", precisions=("fp32",), compiles=False, devices=("cuda",))


@pytest.fixture(autouse=True)
def recipes():
    with RECIPES.temporarily("half", HALF), RECIPES.temporarily("few", FEW):
        yield


@pytest.mark.parametrize(
    "text",
    ["fp32", "tf32", "bf16", "fp16", "fp32+compile", "bf16+channels-last+compile", "fp32+half=0.25+few+channels-last"],
)
def test_a_variant_reads_what_it_writes(text: str) -> None:
    assert str(Variant.parse(text)) == text


@pytest.mark.parametrize("text", ["", "fp64", "fp32+fast", "compile", "fp32+compile+compile"])
def test_an_unknown_variant_is_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(ArgumentError, match="fp32, tf32, bf16, fp16"):
        Variant.parse(text)


def test_recipes_are_applied_in_one_order_however_they_were_written() -> None:
    assert str(Variant.parse("fp32+channels-last+few+half=0.3")) == "fp32+half=0.3+few+channels-last"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fp32+half=0.95", "from 0.1 to 0.9"),
        ("fp32+half=much", "is not an amount"),
        ("fp32+few=2", "takes no amount"),
        ("bf16+few", "does not go with bf16"),
        ("fp32+few+compile", "does not go with torch.compile"),
        ("fp32+half=0.2+half=0.3", "exclude each other"),
    ],
)
def test_what_a_recipe_cannot_do_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        Variant.parse(text)


def test_a_recipe_has_its_default_where_no_amount_is_named() -> None:
    assert Variant.parse("fp32+half").steps == (Step("half", 0.5),)


def test_what_an_older_session_wrote_is_read() -> None:
    stored = b'{"precision":"bf16","compiled":true}'
    assert msgspec.json.decode(stored, type=Variant) == Variant("bf16", compiled=True)


def test_a_device_that_cannot_run_a_recipe_says_why() -> None:
    assert FEW.why_not("cpu") == "Few runs on CUDA only."
    assert FEW.why_not("cuda") == ""
