import threading

import pytest
import torch

from granview.core.errors import ModelError, UnsupportedModel
from granview.explain.attention.capture import CaptureRequest, eager_bytes, estimate_bytes, same_rows
from granview.explain.attention.layer import BLOCK_BYTES
from granview.explain.attention.recorder import Cancelled
from granview.explain.attention.tap import tap
from tests.helpers.explained import sites_of
from tests.helpers.largest import Largest
from tests.helpers.tiny_attention import ALL

TOKENS = 600


def long_gpt2():
    from transformers import GPT2Config, GPT2Model

    return GPT2Model(GPT2Config(n_embd=32, n_layer=2, n_head=4, vocab_size=60, n_positions=TOKENS)).eval()


def test_only_the_layers_wanted_are_served() -> None:
    network, inputs = ALL["bert"].build(), ALL["bert"].inputs()
    wanted = CaptureRequest(layers=frozenset({1}), rows=same_rows(torch.tensor([2])), mass=True, mean_heads=True)
    with torch.inference_mode(), tap(network, wanted) as captured:
        network(**inputs)
    assert len(captured.sites) == 2
    assert set(captured.rows) == set(captured.mass) == {1}
    assert captured.rows[1].shape == (1, 1, 11)
    assert captured.mass[1].shape == (1, 1, 11)
    assert not captured.kept


def test_rows_and_kept_queries_take_memory_linear_in_the_tokens() -> None:
    network, ids = long_gpt2(), torch.randint(60, (1, TOKENS))
    wanted = CaptureRequest(rows=same_rows(torch.tensor([TOKENS - 1])), keep=True)
    with torch.inference_mode(), Largest() as largest, tap(network, wanted) as captured:
        network(input_ids=ids, use_cache=False)
    assert largest.numel < TOKENS * TOKENS
    assert captured.nbytes() <= 2 * (2 * TOKENS * 32 + 4 * TOKENS) * 4
    assert eager_bytes(captured.sites) == 2 * 4 * TOKENS * TOKENS * 4


def test_columns_and_reductions_are_computed_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BLOCK_BYTES, "cpu", 4 * 4 * TOKENS * 7)
    network, ids = long_gpt2(), torch.randint(60, (1, TOKENS))
    with torch.inference_mode():
        with Largest() as largest, tap(network, CaptureRequest(mass=True, keep=True)) as captured:
            network(input_ids=ids, use_cache=False)
        layer = captured.kept[1]
        with largest:
            column = layer.columns(torch.tensor([0]), torch.tensor([5]))
        assert largest.numel < TOKENS * TOKENS
        whole = layer.block(slice(None))
    torch.testing.assert_close(captured.mass[1], whole.mean(2), atol=1e-6, rtol=0)
    torch.testing.assert_close(column[0], whole[0, :, :, 5], atol=1e-6, rtol=0)


def test_a_pass_is_given_up_between_layers() -> None:
    network, inputs = ALL["bert"].build(), ALL["bert"].inputs()
    answers = iter([False, True])
    with pytest.raises(Cancelled), torch.inference_mode(), tap(network, CaptureRequest(), lambda: next(answers)):
        network(**inputs)
    assert network.config._attn_implementation == "sdpa"


def test_more_than_may_be_kept_is_let_go_and_said() -> None:
    network, inputs = ALL["bert"].build(), ALL["bert"].inputs()
    one_layer = 2 * 11 * 32 * 4
    with torch.inference_mode(), tap(network, CaptureRequest(keep=True), limit_bytes=one_layer) as captured:
        network(**inputs)
    assert captured.overflowed
    assert not captured.kept
    with torch.inference_mode(), tap(network, CaptureRequest(keep=True), limit_bytes=2 * one_layer) as captured:
        network(**inputs)
    assert not captured.overflowed
    assert len(captured.kept) == 2


def test_too_many_gradients_are_an_error_in_words() -> None:
    network, inputs = ALL["bert"].build(), ALL["bert"].inputs()
    with pytest.raises(ModelError, match="gradients"), tap(network, CaptureRequest(gradients=True), limit_bytes=100):
        network(**inputs)


def test_a_pass_in_another_thread_is_left_alone() -> None:
    network, inputs = ALL["bert"].build(), ALL["bert"].inputs()
    with tap(network, CaptureRequest()) as captured:
        other = threading.Thread(target=lambda: network(**inputs))
        other.start()
        other.join()
        assert not captured.sites
        network(**inputs)
    assert len(captured.sites) == 2


def test_a_kernel_that_cannot_be_looked_into_is_refused() -> None:
    network = ALL["bert"].build()
    network.config._attn_implementation_internal = "flash_attention_2"
    with pytest.raises(UnsupportedModel, match="flash_attention_2"), tap(network, CaptureRequest()):
        pass
    assert network.config._attn_implementation == "flash_attention_2"


def test_a_network_without_attention_has_no_sites() -> None:
    assert sites_of(torch.nn.Conv2d(3, 3, 1), {"input": torch.zeros(1, 3, 4, 4)}) == []


def test_estimates_count_whole_layers() -> None:
    network, inputs = ALL["deberta"].build(), ALL["deberta"].inputs()
    sites = sites_of(network, inputs)
    layer = 4 * 11 * 11 * 4
    assert estimate_bytes(sites, whole=False) == 3 * layer
    assert estimate_bytes(sites, whole=True) == (2 + 3) * layer


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_is_unchanged_too_and_weights_are_computed_in_float32(dtype: torch.dtype) -> None:
    network = ALL["vit"].build().to(dtype)
    pixels = ALL["vit"].inputs()["pixel_values"].to(dtype)
    with torch.inference_mode():
        plain = network(pixels).last_hidden_state
        with tap(network, CaptureRequest(keep=True, mass=True)) as captured:
            assert torch.equal(network(pixels).last_hidden_state, plain)
        network.set_attn_implementation("eager")
        reference = network(pixels, output_attentions=True).attentions
    assert captured.kept[0].query.dtype == dtype
    assert captured.mass[0].dtype == torch.float32
    torch.testing.assert_close(captured.kept[0].block(slice(None)), reference[0].float(), atol=1e-2, rtol=0)
