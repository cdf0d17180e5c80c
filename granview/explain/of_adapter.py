"""From a lane's adapter and a sample to what is explained."""

from collections.abc import Callable, Mapping
from functools import singledispatch
from typing import Any

import numpy as np
from torch import Tensor

from granview.core.errors import UnsupportedModel
from granview.core.explanation import PARTS, SPECIAL, Tokens
from granview.core.text import TextInput
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView
from granview.explain.subject import Subject
from granview.models.base import AnyAdapter, Image
from granview.models.segmentation import SegmentationAdapter
from granview.models.text import TextAdapter
from granview.models.tokens import Tokens as ModelTokens


@singledispatch
def subject_of(adapter: AnyAdapter, given: Any) -> Subject:
    """The network and the sample as it takes it.

    Raises:
        UnsupportedModel: models of this kind cannot be explained.
    """
    raise UnsupportedModel(f"A {type(adapter).__name__} cannot be explained.", "Choose a lane of another task.")


@subject_of.register
def _(adapter: SegmentationAdapter, given: Image) -> Subject:
    batch = adapter.preprocess([given])
    named: Mapping[str, Tensor] = batch if isinstance(batch, Mapping) else {_first_argument(adapter): batch}
    inputs = {name: _on_device(adapter, tensor) for name, tensor in named.items()}
    height, width = next(iter(named.values())).shape[-2:]
    return Subject(adapter.network, inputs, ImageView(given.shape[:2], (int(height), int(width))))


@subject_of.register
def _(adapter: TextAdapter, given: TextInput) -> Subject:
    batch = adapter.preprocess([given])
    inputs: dict[str, Any] = {name: tensor[:1] for name, tensor in adapter.on_device(batch.passes[0]).items()}
    tokens = _shown(adapter, batch.texts[0].tokens, inputs["input_ids"].shape[1])
    return Subject(adapter.network, inputs, TextView(tokens))


def _first_argument(adapter: SegmentationAdapter) -> str:
    """Transformers names its pixels; torchvision's and the zoo's networks take a bare tensor."""
    from transformers import PreTrainedModel

    return "pixel_values" if isinstance(adapter.network, PreTrainedModel) else ""


def _on_device(adapter: SegmentationAdapter, tensor: Tensor) -> Tensor:
    return adapter.on_device(tensor) if tensor.is_floating_point() else tensor.to(adapter.device)


def _shown(adapter: TextAdapter, tokens: ModelTokens, count: int) -> Tokens:
    """The first tokens of a sample, as many as the network is given at once."""
    pieces: Callable[[Any], list[str]] = adapter.tokenizer.convert_ids_to_tokens
    part = np.where(tokens.part < 0, SPECIAL, tokens.part).astype(np.uint8)[:count]
    assert part[part != SPECIAL].max(initial=0) < len(PARTS)
    return Tokens(tuple(pieces(list(tokens.ids[:count]))), tokens.offsets[:count], part)
