"""A real model for tests of the engine with texts: it writes the words of a text again, one by one, in capitals.

A text may say what happens: ``unreadable`` cannot be prepared, ``gate`` waits after that word until somebody
writes to a named pipe or nobody wants it any more, ``windows`` has so many that nobody waits for the last.
"""

import select
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost
from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, Adapter, ModelOutput, Progress, Watcher

FACTS: Final = ModelFacts(LabelSet((), ()), "Words", 0, None, None, "cpu", "test", 0.0)


class Words(Adapter[TextInput, TextInput]):
    """Writes words.

    Args:
        gate: A named pipe, for texts that say ``gate``.
    """

    task = "text2text-generation"
    facts = FACTS

    def __init__(self, gate: Path | None = None) -> None:
        self._gate = gate

    def batch_key(self, subject: TextInput) -> Hashable:
        return "pair" if subject.pair is not None else "text"

    def length(self, sample_input: TextInput) -> int:
        return len(sample_input.text.split())

    def preprocess(self, sample_input: Sequence[TextInput], params: RunParams = DEFAULT_PARAMS) -> list[str]:
        texts = [one.text for one in sample_input]
        if "unreadable" in texts:
            raise InputError("An unreadable text cannot be prepared.", "Leave it out.")
        return texts

    def forward(self, batch: list[str], watcher: Watcher = NO_WATCHER) -> list[str]:
        return [self._write(index, text, watcher) for index, text in enumerate(batch)]

    def synchronize(self) -> None:
        pass

    def postprocess(self, output: list[str], subjects: Sequence[TextInput], params: RunParams) -> list[ModelOutput]:
        return [
            ModelOutput(
                GeneratedText(text, offsets([(0, len(text))]), np.ones(1, np.float32)),
                (f"of {len(output)}",),
                first_token_ms=1.0,
                new_tokens=len(text.split()),
            )
            for text in output
        ]

    def count_flops(self, batch: Any) -> int | None:
        return None

    def measured_cost(self) -> Cost:
        return Cost()

    def _write(self, index: int, text: str, watcher: Watcher) -> str:
        written = ""
        for word in text.split():
            written = f"{written} {word.upper()}".strip()
            watcher.written(index, written)
            if word == "gate" and self._gate is not None:
                _wait(self._gate, watcher)
            if word == "windows":
                _count(watcher)
            if watcher.cancelled():
                break
        return written


def _count(watcher: Watcher) -> None:
    done = 0
    while not watcher.cancelled():
        done += 1
        watcher.advanced(done, 1_000_000, "window")
        select.select([], [], [], 0.001)


def _wait(gate: Path, watcher: Watcher) -> None:
    with gate.open("rb+", buffering=0) as pipe:
        while not watcher.cancelled():
            if select.select([pipe], [], [], 0.01)[0]:
                return


def load_adapter(spec: LaneSpec, progress: Progress) -> Adapter[TextInput, TextInput]:
    """Models ``words`` and ``gate:PIPE``."""
    _, _, argument = spec.model.partition(":")
    return Words(Path(argument) if argument else None)
