"""Attention of a ViT-L-shaped network: what looking costs beside the plain fused pass, and what a click costs.

The full size (24 layers, 16 heads, 4,096 tokens; then 16,384) takes minutes on a CPU. With fewer layers it is told so:

    python -m tests.benchmarks.attention --layers 4 --tokens 4096 --long 16384
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from granview.models.live_bytes import peak_bytes
from tests.benchmarks.row import Row, median_ms, table

HEADS, WIDTH, INNER, PATCH = 16, 1024, 4096, 8


@dataclass(frozen=True)
class Size:
    """How large the network and its input are.

    Attributes:
        layers: Transformer layers; ViT-L has 24.
        tokens: Patches of the input, a square number.
        long_tokens: Patches of the long input; 0 leaves it out.
        repeats: Passes of each kind.
        eager: Whether eager attention is run too; it needs memory for all weights at once.
    """

    layers: int = 4
    tokens: int = 4096
    long_tokens: int = 16384
    repeats: int = 5
    eager: bool = True

    @property
    def title(self) -> str:
        """What is measured."""
        of = "" if self.layers == 24 else f" ({self.layers} of 24 layers)"
        return f"Attention, ViT-L shape{of}, {self.tokens:,} tokens, one row of all heads and layers"


TITLE = Size().title


def network(size: Size, tokens: int) -> tuple[Any, dict[str, Any]]:
    """A network with random weights, and an input of that many patches."""
    import torch
    from transformers import ViTConfig, ViTModel

    torch.manual_seed(0)
    edge = round(tokens**0.5) * PATCH
    config = ViTConfig(
        hidden_size=WIDTH,
        num_hidden_layers=size.layers,
        num_attention_heads=HEADS,
        intermediate_size=INNER,
        image_size=edge,
        patch_size=PATCH,
    )
    return ViTModel(config, add_pooling_layer=False).eval(), {"pixel_values": torch.randn(1, 3, edge, edge)}


def measure(size: Size = Size()) -> list[Row]:
    """Rows for the plain pass, a row captured, queries and keys kept, eager attention, clicks, and a long input."""
    import torch

    model, inputs = network(size, size.tokens)
    with torch.inference_mode():
        rows = _passes(size, model, inputs)
        rows += _clicks(model, inputs)
        del model, inputs
        if size.long_tokens:
            rows += _long(size)
    return rows


def _passes(size: Size, model: Any, inputs: dict[str, Any]) -> list[Row]:
    import torch

    from granview.explain.attention.capture import CaptureRequest, same_rows
    from granview.explain.attention.tap import tap

    def plain() -> None:
        model(**inputs)

    def tapped(wanted: CaptureRequest) -> Callable[[], None]:
        def run() -> None:
            with tap(model, wanted):
                model(**inputs)

        return run

    row = tapped(CaptureRequest(rows=same_rows(torch.tensor([size.tokens // 2]))))
    keep = tapped(CaptureRequest(keep=True))
    plain_ms, row_ms, keep_ms = _in_turns((plain, row, keep), size.repeats)
    base = peak_bytes(plain)
    row_bytes = max(0, peak_bytes(row) - base)
    eager_bytes = size.layers * HEADS * (size.tokens + 1) ** 2 * 4
    share = row_bytes / eager_bytes
    rows = [
        Row("plain fused pass", f"{plain_ms:.0f} ms", 1.0),
        Row("GranView: with one row captured", f"{row_ms:.0f} ms", row_ms / plain_ms, "at most 1.05"),
        Row("extra memory of that, as a share of eager's weights", f"{share:.2%}", None, "under 2 %"),
        Row("GranView: with queries and keys kept", f"{keep_ms:.0f} ms", keep_ms / plain_ms),
    ]
    return rows + (_eager(size, model, inputs, plain_ms, base) if size.eager else [_estimate(eager_bytes)])


def _eager(size: Size, model: Any, inputs: dict[str, Any], plain_ms: float, base: int) -> list[Row]:
    def run() -> None:
        model(**inputs, output_attentions=True)

    model.set_attn_implementation("eager")
    eager_ms = median_ms(run, repeats=min(size.repeats, 3), warmup=1)
    extra = max(0, peak_bytes(run) - base)
    model.set_attn_implementation("sdpa")
    return [
        Row("eager `output_attentions`", f"{eager_ms:.0f} ms", eager_ms / plain_ms),
        Row("extra memory of that", f"{extra / 1e6:.0f} MB"),
    ]


def _estimate(eager_bytes: int) -> Row:
    return Row("weights of eager `output_attentions` (computed, not run)", f"{eager_bytes / 1e6:.0f} MB")


def _clicks(model: Any, inputs: dict[str, Any]) -> list[Row]:
    from granview.core.explain_query import ExplainQuery, PointPlace
    from granview.explain.explainer import explain
    from granview.explain.geometry.image_view import ImageView
    from granview.explain.prepared_sample import prepare
    from granview.explain.subject import Subject

    edge = inputs["pixel_values"].shape[2]
    start = time.perf_counter()
    prepared = prepare(Subject(model, inputs, ImageView((edge, edge), (edge, edge))), limit_bytes=64 << 30)
    first_ms = (time.perf_counter() - start) * 1000
    places = iter(range(10**6))

    def click(method: str, overview: bool) -> Callable[[], None]:
        def run() -> None:
            place = PointPlace((next(places) * 37) % edge, (next(places) * 53) % edge)
            explain(prepared, ExplainQuery(method, place, overview=overview))

        return run

    return [
        Row("a sample prepared: one pass, queries and keys kept", f"{first_ms:.0f} ms"),
        Row("kept for it", f"{prepared.nbytes() / 1e6:.0f} MB"),
        Row("a click: one layer", f"{median_ms(click('attention', False)):.1f} ms", None, "under 50 ms"),
        Row("a click: all layers and heads", f"{median_ms(click('attention', True)):.1f} ms", None, "under 50 ms"),
        Row("rollout for a click", f"{median_ms(click('rollout', False), repeats=3, warmup=1):.0f} ms"),
    ]


def _long(size: Size) -> list[Row]:
    import torch

    from granview.explain.attention.capture import CaptureRequest, same_rows
    from granview.explain.attention.tap import tap

    model, inputs = network(size, size.long_tokens)
    start = time.perf_counter()
    with tap(model, CaptureRequest(rows=same_rows(torch.tensor([size.long_tokens // 2])))) as captured:
        model(**inputs)
    took_ms = (time.perf_counter() - start) * 1000
    assert len(captured.rows) == size.layers
    eager_gb = size.layers * HEADS * (size.long_tokens + 1) ** 2 * 4 / 1e9
    return [
        Row(f"{size.long_tokens:,} tokens, with one row captured", f"{took_ms:.0f} ms", None, "runs"),
        Row(f"{size.long_tokens:,} tokens, weights of eager (computed, not run)", f"{eager_gb:.0f} GB"),
    ]


def _in_turns(functions: tuple[Callable[[], None], ...], repeats: int) -> list[float]:
    """Median milliseconds of each, run by turns, so that a slow spell of the machine meets all alike."""
    times: list[list[float]] = [[] for _ in functions]
    for turn in range(repeats + 1):
        for function, taken in zip(functions, times, strict=True):
            start = time.perf_counter()
            function()
            if turn:
                taken.append((time.perf_counter() - start) * 1000)
    return [statistics.median(taken) for taken in times]


def main(arguments: list[str]) -> int:
    """Measure at the size that the arguments say, and print the table."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.benchmarks.{Path(__file__).stem}")
    parser.add_argument("--layers", type=int, default=Size.layers)
    parser.add_argument("--tokens", type=int, default=Size.tokens)
    parser.add_argument("--long", type=int, default=Size.long_tokens, help="0 leaves the long input out")
    parser.add_argument("--repeats", type=int, default=Size.repeats)
    parser.add_argument("--no-eager", action="store_true")
    given = parser.parse_args(arguments)
    size = Size(given.layers, given.tokens, given.long, given.repeats, not given.no_eager)
    print(table(size.title, measure(size)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
