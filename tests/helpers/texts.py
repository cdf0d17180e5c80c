"""Running text adapters in tests, as a lane would."""

from collections.abc import Sequence
from typing import Any

from granview.core.messages import RunParams
from granview.core.params import Generation, TextParams
from granview.core.text import TextInput
from granview.models.base import UNWATCHED, Said, Watcher


def run_texts(
    adapter: Any,
    given: Sequence[TextInput | str],
    generation: Generation | None = None,
    watcher: Watcher = UNWATCHED,
    **text: Any,
) -> list[Said]:
    """What an adapter says of a batch."""
    inputs = [TextInput.of(one) if isinstance(one, str) else one for one in given]
    params = RunParams(text=TextParams(**text), generation=generation or Generation(max_new_tokens=8))
    output = adapter.forward(adapter.preprocess(inputs, params), watcher)
    adapter.synchronize()
    said: list[Said] = adapter.postprocess(output, inputs, params)
    return said
