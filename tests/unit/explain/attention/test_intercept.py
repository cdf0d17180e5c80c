"""What counts as attention where a network computes it itself: a softmax over keys that is multiplied with values."""

import pytest
import torch
from torch import Tensor, nn

from granview.explain.attention.capture import Captured, CaptureRequest
from granview.explain.attention.intercept import computes_attention
from granview.explain.attention.interface import uses_interface
from granview.explain.attention.tap import tap
from tests.helpers.tiny_attention import ALL
from tests.helpers.tiny_models import mobilevitv2


class OwnAttention(nn.Module):
    """Two heads within the batch, as XGLM has them; what is done with the softmax is the test's choice."""

    num_heads = 2

    def __init__(self, use: object, causal: bool = False, dim: int = -1) -> None:
        super().__init__()
        self.use, self.causal, self.dim = use, causal, dim

    def forward(self, tokens: Tensor) -> Tensor:
        heads = tokens.reshape(len(tokens), -1, 2, 4).transpose(1, 2).flatten(0, 1)
        scores = heads @ heads.transpose(1, 2)
        if self.causal:
            scores = scores.masked_fill(torch.ones_like(scores[0], dtype=torch.bool).triu(1), -torch.inf)
        self.weights = torch.softmax(scores, dim=self.dim)
        return self.use(self.weights, heads)


def captured_of(module: nn.Module) -> Captured:
    with torch.inference_mode(), tap(module, CaptureRequest(keep=True)) as captured:
        module(torch.randn(3, 5, 8))
    return captured


PRODUCTS = {
    "matmul": torch.matmul,
    "operator": lambda weights, values: weights @ values,
    "bmm": torch.bmm,
    "einsum": lambda weights, values: torch.einsum("bqk,bkd->bqd", weights, values),
    "copied and dropped out": lambda weights, values: torch.dropout(weights.double().float(), 0.0, False) @ values,
    "in other dimensions": lambda weights, values: weights.view(3, 2, 5, 5) @ values.view(3, 2, 5, 4),
}


@pytest.mark.parametrize("use", PRODUCTS.values(), ids=PRODUCTS)
def test_heads_within_the_batch_are_told_apart(use) -> None:
    module = OwnAttention(use)
    captured = captured_of(module)
    (site,) = captured.sites
    assert (site.batch, site.heads, site.queries, site.keys) == (3, 2, 5, 5)
    assert site.whole
    assert torch.equal(captured.kept[0].block(slice(None)).flatten(0, 1), module.weights)


@pytest.mark.parametrize(
    "module",
    [
        OwnAttention(lambda weights, values: weights.sum(-1, keepdim=True) * values),
        OwnAttention(lambda weights, values: weights @ values, dim=-2),
    ],
    ids=["not multiplied", "not over keys"],
)
def test_another_softmax_is_no_attention_and_that_is_noted(module: nn.Module) -> None:
    captured = captured_of(module)
    assert not captured.sites
    assert captured.without_map == [""]


def test_linear_attention_has_no_map() -> None:
    network = mobilevitv2()[0].eval()
    with torch.inference_mode(), tap(network, CaptureRequest(keep=True)) as captured:
        network(torch.randn(1, 3, 64, 64))
    assert not captured.sites
    assert len(captured.without_map) == 3


@pytest.mark.parametrize("causal", [True, False])
def test_causal_attention_is_known_by_its_weights(causal: bool) -> None:
    (site,) = captured_of(OwnAttention(PRODUCTS["bmm"], causal)).sites
    assert site.causal == causal


def test_two_maps_of_one_call_are_two_towers() -> None:
    module = OwnAttention(lambda weights, values: weights @ values + (2 * values).softmax(-1).bmm(values.mT @ values))
    sites = captured_of(module).sites
    assert [(site.keys, site.part) for site in sites] == [(5, 0), (4, 1)]
    assert len({site.tower for site in sites}) == 2


def test_a_class_is_known_by_its_own_code_not_by_its_file() -> None:
    git = ALL["git"].build()
    text, vision = (
        next(m for m in part.modules() if type(m).__name__ == name)
        for part, name in ((git.git.encoder, "GitSelfAttention"), (git.git.image_encoder, "GitVisionAttention"))
    )
    assert not uses_interface(text)
    assert computes_attention(text)
    assert uses_interface(vision)
    assert not computes_attention(vision)
