"""Running text adapters in tests, as a lane would."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from granview.core.params import Generation, TextParams
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import NO_WATCHER, ModelOutput, Watcher


def run_texts(
    adapter: Any,
    sample_input: Sequence[TextInput | str],
    generation: Generation | None = None,
    watcher: Watcher = NO_WATCHER,
    **text: Any,
) -> list[ModelOutput]:
    """What an adapter says of a batch."""
    inputs = [TextInput.of(one) if isinstance(one, str) else one for one in sample_input]
    params = RunParams(text=TextParams(**text), generation=generation or Generation(max_new_tokens=8))
    output = adapter.forward(adapter.preprocess(inputs, params), watcher)
    adapter.synchronize()
    said: list[ModelOutput] = adapter.postprocess(output, inputs, params)
    return said


def unlike(one: Any, other: Any, tolerance: float = 1e-3) -> list[str]:
    """In which of its fields a prediction differs from another of the same type; numbers by more than the tolerance."""
    named = [field.name for field in fields(one)]
    return [name for name in named if not _equal(getattr(one, name), getattr(other, name), tolerance)]


def _equal(one: Any, other: Any, tolerance: float) -> bool:
    if isinstance(one, np.ndarray | float):
        return np.shape(one) == np.shape(other) and bool(np.allclose(one, other, rtol=tolerance, atol=tolerance))
    return bool(one == other)
