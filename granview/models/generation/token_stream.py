"""Following transformers' generation token by token: when the first came, how probable each was, when to end.

And whether there was anything to choose from: a network that gives NaN would go on writing its first token.
"""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from granview.models.adapter import NO_WATCHER, Watcher


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


EVERY_S: Final = 0.1
"""How often what is being written is told."""


class Following:
    """Sees every step of one call of ``generate``.

    Its methods stand where transformers takes a logits processor and a stopping criterion. A processor of one's own
    sees the logits after the rules on repetition and before temperature, top-k and top-p: so a token's probability is
    the model's own, however it was drawn.

    Args:
        watcher: Is told what is written, and says when nobody wants it.
        places: Place in the worker's batch of each row.
        tell: Text of a row's tokens so far.
        streams: Whether rows are texts; those of beam search are beams.
        every_s: How often each row is told.

    Attributes:
        first_token_ms: From the making of this object to the first token.
    """

    def __init__(
        self,
        watcher: Watcher,
        places: Sequence[int],
        tell: Callable[[int, list[int]], str],
        streams: bool,
        every_s: float,
    ) -> None:
        self._watcher = watcher
        self._places = places
        self._tell = tell
        self._streams = streams
        self._every_s = every_s
        self._started_s = time.perf_counter()
        self._sent_s = 0.0
        self._log_probabilities: list[Tensor] = []
        self._scores: Tensor | None = None
        self._written: list[list[int]] = [[] for _ in places]
        self._broken: Tensor | None = None
        self.first_token_ms: float | None = None

    def see(self, input_ids: Tensor, scores: Tensor) -> Tensor:
        """Takes note of the scores (rows, vocabulary) among which the next tokens are chosen.

        Rows that no token can be chosen from, since a value is NaN or +inf, become even ones: drawing from them would
        end the pass for all rows, on a GPU for the whole process.
        """
        unsound = ~torch.isfinite(scores.amax(-1))
        self._note_broken(unsound)
        if bool(unsound.any()):
            scores = scores.masked_fill(unsound[:, None], 0.0)
        if self._streams:
            self._scores = scores
        return scores

    def ended(self, input_ids: Tensor, scores: Any, **_: Any) -> Tensor:
        """Takes note of the tokens chosen last; True (rows,) for all when nobody wants them, else for broken texts."""
        chosen = input_ids[:, -1]
        if self._scores is not None:
            self._log_probabilities.append(torch.log_softmax(self._scores, -1).gather(1, chosen[:, None])[:, 0])
        if self.first_token_ms is None:
            self._wait_for(chosen)
        if self._streams and self._watcher is not NO_WATCHER:
            self._stream(chosen.tolist())
        if self._watcher.cancelled() or self._broken is None:
            return torch.full((len(input_ids),), self._watcher.cancelled(), device=input_ids.device)
        return self._broken.repeat_interleave(len(input_ids) // len(self._places))

    def broken(self) -> list[bool]:
        """Whether a token of each text was to be chosen among values that are NaN or infinite."""
        return [False] * len(self._places) if self._broken is None else self._broken.tolist()

    def log_probabilities(self) -> Tensor:
        """(rows, steps) float32: of each token when it was chosen."""
        return torch.stack(self._log_probabilities, 1)

    def _note_broken(self, unsound: Tensor) -> None:
        """Remember the texts of unsound rows, of which in beam search each has several."""
        of_texts = unsound.view(len(self._places), -1).any(1)
        self._broken = of_texts if self._broken is None else self._broken | of_texts

    def _wait_for(self, chosen: Tensor) -> None:
        if chosen.is_cuda:
            torch.cuda.synchronize(chosen.device)
        self.first_token_ms = (time.perf_counter() - self._started_s) * 1000

    def _stream(self, chosen: Sequence[int]) -> None:
        for row, token in enumerate(chosen):
            self._written[row].append(token)
        now_s = time.perf_counter()
        if now_s - self._sent_s < self._every_s:
            return
        self._sent_s = now_s
        for row, place in enumerate(self._places):
            self._watcher.written(place, self._tell(row, self._written[row]))
