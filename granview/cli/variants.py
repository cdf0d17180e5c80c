"""``granview variants``: how a model can be run."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from granview.cli.parser import new_parser
from granview.cli.table import legend, text_table

if TYPE_CHECKING:
    from granview.core.number_formats import FormatTraits
    from granview.core.recipe import RecipeTraits

_HEAD = ("variant", "what it is", "amount", "cpu", "cuda", "goes with")


def _parser() -> ArgumentParser:
    return new_parser(
        "granview variants",
        "List how a model can be run: number formats, and recipes that follow one after a plus, such as\n"
        "bf16+magnitude=0.5+compile. --variant runs all models so, --variants adds lanes beside each.",
        "examples:\n  granview variants\n"
        "  granview run --model zoo:unet-base --variants bf16,int8 --input scans/ --out out/",
    )


def main(arguments: Sequence[str]) -> int:
    """Print the list; returns the exit code."""
    _parser().parse_args(arguments)
    from granview.core.number_formats import FORMATS
    from granview.core.recipe import GROUPS, RECIPES

    recipes = sorted(RECIPES.all().items(), key=lambda item: GROUPS.index(item[1].group))
    rows = [
        *(_format_row(name, traits) for name, traits in FORMATS.items()),
        *(_recipe_row(name, traits) for name, traits in recipes),
        ("compile", "compilation", "", "yes", "yes", "where the recipe allows it"),
    ]
    print(text_table(_HEAD, rows))
    told: dict[str, str] = {name: ". ".join(_of_format(traits)) for name, traits in FORMATS.items()}
    told |= {name: ". ".join(_of_recipe(traits)) for name, traits in recipes}
    told["compile"] = "The model goes through torch.compile, which takes seconds to minutes once"
    print(f"\n{legend({name: f'{words}.' for name, words in told.items()})}")
    return 0


def _format_row(name: str, traits: "FormatTraits") -> tuple[str, ...]:
    return name, "number format", "", *_devices(traits.devices), "all"


def _recipe_row(name: str, traits: "RecipeTraits") -> tuple[str, ...]:
    amount = traits.amount
    span = "" if amount is None else f"{amount.low:g} to {amount.high:g}, else {amount.default:g}"
    formats = (*traits.precisions, *(("compile",) if traits.compiles else ()))
    return f"+{name}", traits.group, span, *_devices(traits.devices), ", ".join(formats)


def _devices(known: Sequence[str]) -> tuple[str, str]:
    cpu, cuda = ("yes" if kind in known else "no" for kind in ("cpu", "cuda"))
    return cpu, cuda


def _of_format(traits: "FormatTraits") -> Iterator[str]:
    """What it is, and what must be known of it, as sentences without their points."""
    yield traits.description
    yield from (f"On a {kind.upper()}: {caveat}" for kind, caveat in traits.caveats.items())


def _of_recipe(traits: "RecipeTraits") -> Iterator[str]:
    """What it does, what must be known of it, and what its amount is, as sentences without their points."""
    amount = "" if traits.amount is None else f"Its amount is the {traits.amount.title}"
    yield from (words.rstrip(".") for words in (traits.description, traits.caveat, amount) if words)
