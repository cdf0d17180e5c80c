"""Samples to explain, and attention worked out by hand."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.explanation import PARTS, SPECIAL, Tokens
from granview.explain.attention.capture import Captured, CaptureRequest, Site
from granview.explain.attention.from_weights import FromWeights
from granview.explain.attention.tap import tap
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView
from granview.explain.prepared_sample import DEFAULT_LIMIT_BYTES, PreparedSample, prepare
from granview.explain.subject import Subject
from tests.helpers.tiny_attention import ALL, WITH_CLASSES, Inputs, Tiny


def tokens(count: int, part: str = "text", special: int = 0) -> Tokens:
    """Words of two letters and a space; the first ``special`` tokens stand for no text."""
    offsets = np.array([[3 * i, 3 * i + 2] for i in range(count)], np.int32)
    parts = np.full(count, PARTS.index(part), np.uint8)
    offsets[:special], parts[:special] = 0, SPECIAL
    return Tokens(tuple(f"w{i}" for i in range(count)), offsets, parts)


def view_of(inputs: Inputs) -> ImageView | TextView:
    """Of an image shown at half its size, or of words."""
    if "pixel_values" in inputs:
        height, width = inputs["pixel_values"].shape[2:]
        return ImageView((2 * height, 2 * width), (height, width))
    target = inputs.get("decoder_input_ids")
    return TextView(tokens(inputs["input_ids"].shape[1]), None if target is None else tokens(target.shape[1], "target"))


def prepared(name: str, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> PreparedSample:
    """A tiny network of that name, prepared."""
    return _prepared(ALL[name], limit_bytes)


def prepared_with_classes(name: str, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> PreparedSample:
    """A tiny network of that name that says something of its sample, prepared."""
    return _prepared(WITH_CLASSES[name], limit_bytes)


def _prepared(tiny: Tiny, limit_bytes: int) -> PreparedSample:
    with torch.inference_mode():
        inputs = tiny.inputs()
    return prepare(Subject(tiny.build(), inputs, view_of(inputs)), limit_bytes)


def sites_of(network: nn.Module, inputs: Inputs) -> list[Site]:
    """Every attention call of a pass."""
    with torch.inference_mode(), tap(network, CaptureRequest()) as captured:
        network(**inputs)
    return captured.sites


class Layers(nn.Module):
    """A network of which only the names of its attention layers matter."""


def by_hand(layers: Sequence[Tensor], causal: bool = False) -> PreparedSample:
    """A text of n tokens with the attention (heads, n, n) given for each layer."""
    captured = Captured()
    for index, weights in enumerate(layers):
        heads, n, _ = weights.shape
        captured.sites.append(Site(index, f"layers.{index}.attention", heads, 1, n, n, causal))
        captured.kept[index] = FromWeights(weights[None])
    view = TextView(tokens(layers[0].shape[-1]))
    return PreparedSample(Subject(Layers(), {}, view), captured, DEFAULT_LIMIT_BYTES)
