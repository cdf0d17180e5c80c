"""How pictures and masks are read, as the command line takes it."""

from argparse import ArgumentParser, Namespace

import pytest

from granview.cli.image_options import add_image_options, mask_values_of
from granview.core.errors import ArgumentError
from granview.core.image_params import MaskValues


def parse(*arguments: str) -> Namespace:
    parser = ArgumentParser()
    add_image_options(parser)
    return parser.parse_args(arguments)


def test_nothing_is_chosen_unless_it_is_said() -> None:
    options = parse()
    assert (options.image_range, mask_values_of(options), options.mask_frame) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["0=background", "255=a cell", "254=void"], MaskValues(named={0: "background", 255: "a cell", 254: None})),
        (["index"], MaskValues()),
        (["index-from-1"], MaskValues(1)),
        (["index-from-1", "200=Void"], MaskValues(1, {200: None})),
        (["7=x=y"], MaskValues(named={7: "x=y"})),
    ],
)
def test_values_of_masks_are_named_one_by_one_or_by_a_rule(words: list[str], values: MaskValues) -> None:
    assert mask_values_of(parse("--mask-values", *words)) == values


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["cell"], "'cell' says nothing of the values of masks"),
        (["cell=1"], "'cell=1' names no value"),
        (["-1=cell"], "names no value"),
        (["1="], "It is not said what 1 is"),
        (["1=a", "1=b"], "1 is named twice"),
        (["index", "index-from-1"], "Masks are read in one way"),
    ],
)
def test_what_says_nothing_of_values_is_refused(words: list[str], error: str) -> None:
    with pytest.raises(ArgumentError, match=error):
        mask_values_of(Namespace(mask_values=words))


def test_values_can_be_said_of_the_masks_in_a_folder() -> None:
    words = ["roads:index", r"C:\cells:0=background", r"C:\cells:255=a:b"]
    assert mask_values_of(parse("--mask-values", *words)) == {
        "roads": MaskValues(), r"C:\cells": MaskValues(named={0: "background", 255: "a:b"}),
    }  # fmt: skip
    with pytest.raises(ArgumentError, match="of all masks and of those in a folder"):
        mask_values_of(parse("--mask-values", "index", "cells:255=cell"))
