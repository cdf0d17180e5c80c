"""The tap against eager attention on the same weights, over architectures; tolerance 2e-6 in float32."""

from contextlib import ExitStack
from typing import Any

import pytest
import torch
from torch import Tensor

from granview.explain.attention.capture import Captured, CaptureRequest, same_rows
from granview.explain.attention.interface import configs_of
from granview.explain.attention.tap import tap
from tests.helpers.tiny_attention import ALL, Inputs, Tiny

TOLERANCE = 2e-6
MASS_AND_KEEP = CaptureRequest(rows=same_rows(torch.tensor([0, 3])), mass=True, keep=True)


def tapped(network: Any, inputs: Inputs, wanted: CaptureRequest = MASS_AND_KEEP) -> tuple[Any, Captured]:
    with torch.inference_mode(), tap(network, wanted) as captured:
        return network(**inputs), captured


def eager(network: Any, tiny: Tiny, inputs: Inputs, captured: Captured) -> dict[int, Tensor]:
    """Eager weights by the index of the call."""
    for config in configs_of(network):
        config._attn_implementation = "eager"
    if tiny.attentions is None:
        return hooked(network, inputs, captured)
    with torch.inference_mode():
        weights = tiny.attentions(network(**inputs, output_attentions=True))
    sites = [site for site in captured.sites if "text_model" not in site.name]
    return {site.index: each for site, each in zip(sites, weights, strict=True)}


def hooked(network: Any, inputs: Inputs, captured: Captured) -> dict[int, Tensor]:
    """What each attention module returns beside its output, or gives to its dropout."""
    found: list[Tensor] = []
    with ExitStack() as hooks, torch.inference_mode():
        for site in captured.sites:
            module = network.get_submodule(site.name)
            if hasattr(module, "o_proj"):
                handle = module.register_forward_hook(lambda _, __, output: found.append(output[1]))
            else:
                handle = module.dropout.register_forward_pre_hook(lambda _, given: found.append(given[0]))
            hooks.callback(handle.remove)
        network(**inputs)
    return {site.index: weights for site, weights in zip(captured.sites, found, strict=True)}


def real_queries(inputs: Inputs, queries: int) -> Tensor:
    """The queries that are not padding: what padding attends to differs between kernels, and matters to nobody."""
    mask = inputs.get("attention_mask")
    return torch.arange(queries) if mask is None or mask.shape[1] != queries else mask[0].nonzero().flatten()


@pytest.mark.parametrize("name", ALL)
def test_the_output_is_unchanged_to_the_bit_and_the_network_is_as_it_was(name: str) -> None:
    network, inputs = ALL[name].build(), ALL[name].inputs()
    kernels = [config._attn_implementation for config in configs_of(network)]
    with torch.inference_mode():
        plain = network(**inputs)
    through_tap, captured = tapped(network, inputs)
    assert captured.sites
    for before, after in zip(plain.to_tuple(), through_tap.to_tuple(), strict=True):
        if isinstance(before, Tensor):
            assert torch.equal(before, after)
    assert [config._attn_implementation for config in configs_of(network)] == kernels


@pytest.mark.parametrize("name", ALL)
def test_weights_are_those_of_eager_attention(name: str) -> None:
    network, inputs = ALL[name].build(), ALL[name].inputs()
    _, captured = tapped(network, inputs)
    reference = eager(network, ALL[name], inputs, captured)
    assert len(reference) >= 2
    for index, weights in reference.items():
        site, layer = captured.sites[index], captured.kept[index]
        assert layer.shape == tuple(weights.shape) == (site.batch, site.heads, site.queries, site.keys)
        real = real_queries(inputs, site.queries)
        torch.testing.assert_close(layer.block(slice(None))[:, :, real], weights[:, :, real], atol=TOLERANCE, rtol=0)
        if site.queries > 3:
            rows = weights[0][:, [0, 3]].transpose(0, 1)
            torch.testing.assert_close(captured.rows[index], rows, atol=TOLERANCE, rtol=0)


@pytest.mark.parametrize("name", ALL)
def test_reductions_and_columns_agree_with_whole_weights(name: str) -> None:
    network, inputs = ALL[name].build(), ALL[name].inputs()
    _, captured = tapped(network, inputs)
    for index, layer in captured.kept.items():
        batch, _, queries, keys = layer.shape
        whole = layer.block(slice(None))
        torch.testing.assert_close(captured.mass[index], whole.mean(2), atol=TOLERANCE, rtol=0)
        last = torch.tensor([0, batch - 1]), torch.tensor([keys - 1, 0])
        expected = whole[last[0], :, :, last[1]]
        torch.testing.assert_close(layer.columns(*last), expected, atol=TOLERANCE, rtol=0)
        by_query, by_key = torch.rand(batch, queries), torch.rand(batch, keys)
        summed = torch.einsum("bq,bhqk->bhk", by_query, whole)
        collected = torch.einsum("bk,bhqk->bhq", by_key, whole)
        torch.testing.assert_close(layer.weighted_sum(by_query), summed, atol=1e-5, rtol=1e-5)
        torch.testing.assert_close(layer.weighted_mean(by_key), collected, atol=1e-5, rtol=1e-5)


def test_causal_and_cross_attention_are_named() -> None:
    _, captured = tapped(ALL["bart"].build(), ALL["bart"].inputs())
    kinds = [("decoder" in site.name, site.causal, site.cross) for site in captured.sites]
    assert kinds == [(False, False, False)] * 2 + [(True, True, False), (True, False, True)] * 2
    _, captured = tapped(ALL["gpt2"].build(), ALL["gpt2"].inputs())
    assert all(site.causal and not site.cross for site in captured.sites)
    _, captured = tapped(ALL["bert"].build(), ALL["bert"].inputs())
    assert not any(site.causal or site.cross for site in captured.sites)


def test_a_layer_that_is_called_again_has_a_site_for_each_call() -> None:
    _, captured = tapped(ALL["albert"].build(), ALL["albert"].inputs())
    assert len({site.name for site in captured.sites}) == 1
    assert [site.index for site in captured.sites] == [0, 1]
