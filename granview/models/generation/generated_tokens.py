"""What a model wrote for each prompt of a pass."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class GeneratedTokens:
    """What was written for one prompt.

    Attributes:
        ids: The new tokens, with the one that ended the text.
        probabilities: (n,) float32, of each when it was chosen.
        stopped: ``end`` or ``length``.
        first_token_ms: From the start of its pass to the first token.
        is_broken: Whether a token was to be chosen among values that are NaN or infinite.
    """

    ids: list[int]
    probabilities: NDArray[np.float32]
    stopped: str
    first_token_ms: float | None
    is_broken: bool = False


NO_TOKENS: Final = GeneratedTokens([], np.zeros(0, np.float32), "length", None)
"""For a prompt that nobody wanted any more."""


def up_to_the_end(
    ids: list[int],
    probabilities: NDArray[np.float32],
    ends: Collection[int],
    first_token_ms: float | None,
    is_broken: bool = False,
) -> GeneratedTokens:
    """A row of new tokens, cut after the first that ends a text; what follows is padding."""
    stop = next((place + 1 for place, token in enumerate(ids) if token in ends), len(ids))
    stopped = "end" if stop and ids[stop - 1] in ends else "length"
    return GeneratedTokens(ids[:stop], probabilities[:stop], stopped, first_token_ms, is_broken)


def end_tokens(generation_config: Any) -> frozenset[int]:
    """The tokens that end a text, of which a config names none, one or several."""
    ends: int | Sequence[int] | None = generation_config.eos_token_id
    if ends is None:
        return frozenset()
    return frozenset([ends] if isinstance(ends, int) else ends)
