from dataclasses import replace

import pytest
from torch import nn

from granview.explain.attention.capture import Site, is_cross
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView
from granview.explain.layer_stacks import stacks_of
from tests.helpers.explained import Layers, prepared, tokens

SITE = Site(0, "encoder.layers.0.self_attn", 2, 1, 64, 64)
IMAGE = ImageView((64, 64), (64, 64))


def test_layers_of_one_tower_make_a_stack_and_the_longest_comes_first() -> None:
    sites = [
        replace(SITE, index=0, name="small.layers.0.attention"),
        replace(SITE, index=1, name="large.layers.0.attention"),
        replace(SITE, index=2, name="large.layers.1.attention"),
        replace(SITE, index=3, name="large.layers.2.attention", queries=7, keys=7),
    ]
    stacks, unplaced = stacks_of(Layers(), sites, IMAGE)
    assert [(stack.name, [layer.site.index for layer in stack.layers]) for stack in stacks] == [
        ("image", [1, 2]),
        ("image 2", [0]),
    ]
    assert [site.index for site in unplaced] == [3]


def test_object_queries_stand_at_no_place_though_they_be_as_many_as_cells() -> None:
    sites = [
        SITE,
        replace(SITE, index=1, name="decoder.layers.0.self_attn"),
        replace(SITE, index=2, name="decoder.layers.0.encoder_attn", cross=True),
    ]
    stacks, unplaced = stacks_of(Layers(), sites, IMAGE)
    assert [stack.name for stack in stacks] == ["image"]
    assert [site.index for site in unplaced] == [1, 2]


def test_texts_have_encoders_decoders_and_what_goes_across() -> None:
    sites = [
        replace(SITE, index=0, queries=5, keys=5),
        replace(SITE, index=1, name="decoder.layers.0.self_attn", queries=5, keys=5, causal=True),
        replace(SITE, index=2, name="decoder.layers.0.encoder_attn", queries=5, keys=5, cross=True),
    ]
    view = TextView(tokens(5), tokens(5, "target"))
    stacks, unplaced = stacks_of(Layers(), sites, view)
    assert [stack.name for stack in stacks] == ["encoder", "decoder", "cross"]
    assert not unplaced
    across = stacks[2].layers[0]
    assert (across.queries, across.keys) == (view.target, view.source)
    assert stacks[1].facts().layers[0].causal


def test_a_decoder_that_attends_to_both_texts_at_once_goes_across() -> None:
    site = replace(SITE, name="decoder.layers.0.self_attn", queries=4, keys=9)
    ((stack,), _) = stacks_of(Layers(), [site], TextView(tokens(5), tokens(4, "target")))
    assert stack.name == "decoder"
    assert stack.cross


@pytest.mark.parametrize(
    ("name", "cross"),
    [
        ("decoder.block.0.layer.1.EncDecAttention", True),
        ("decoder.layers.3.encoder_attn", True),
        ("bert.encoder.layer.0.crossattention.self", True),
        ("transformer.h.0.crossattention", True),
        ("encoder.layers.0.self_attn", False),
        ("decoder.layers.0.self_attn", False),
        ("model.encoder_attention_stack.layers.0.self_attn", False),
    ],
)
def test_cross_attention_is_known_by_its_name(name: str, cross: bool) -> None:
    assert is_cross(name, nn.Identity()) == cross


def test_towers_of_text_beside_an_image_are_left_out_and_said() -> None:
    ready = prepared("clipseg")
    assert [stack.name for stack in ready.stacks] == ["image", "image 2"]
    assert "2 attention layers are not shown" in ready.notices[0]
