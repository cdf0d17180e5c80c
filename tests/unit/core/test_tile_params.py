import pytest

from granview.core.errors import ArgumentError
from granview.core.tile_params import LARGEST_TILE_PX, parse_tile, tile_choice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1024", {"tile_px": 1024}),
        ("1024,overlap=64", {"tile_px": 1024, "overlap_px": 64}),
        ("native", {"native_scale": True}),
        ("native,overlap=8", {"native_scale": True, "overlap_px": 8}),
        ("whole", {"tile_px": LARGEST_TILE_PX}),
    ],
)
def test_what_tile_says(text, expected):
    assert parse_tile(text) == expected


@pytest.mark.parametrize("text", ["", "big", "1024,64", "-1", "1024,overlap=", "whole,overlap"])
def test_what_it_does_not_say(text):
    with pytest.raises(ArgumentError, match="is no tile"):
        parse_tile(text)


def test_a_number_will_do_and_nothing_is_nothing():
    assert tile_choice(512, ["image-segmentation"]) == {"tile_px": 512}
    assert tile_choice(None, ["depth-estimation"]) == {}


@pytest.mark.parametrize(
    ("task", "why"),
    [
        ("depth-estimation", "scale"),
        ("panoptic-segmentation", "one object"),
        ("mask-generation", "pointed"),
        ("text-classification", "no pictures"),
    ],
)
def test_tasks_that_see_pictures_whole_say_why(task, why):
    with pytest.raises(ArgumentError, match=f"{task} is not run in tiles.*{why}"):
        tile_choice("512", ["image-segmentation", task])
