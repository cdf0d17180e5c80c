"""A real model for tests of the engine: instant, and it does what its picture's colour says.

What a picture asks for happens inside the forward pass: red is killed by SIGKILL, green runs out of memory, blue waits
until somebody writes a byte to a named pipe or closes it, yellow raises. Cyan gives no numbers. Any other colour gives
a checkerboard.
"""

import os
import signal
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import NotFinite, UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, ImageAdapter, ModelOutput, Progress, Size, Watcher

Color = tuple[int, int, int]
RED: Final = (255, 0, 0)
GREEN: Final = (0, 255, 0)
BLUE: Final = (0, 0, 255)
YELLOW: Final = (255, 255, 0)
CYAN: Final = (0, 255, 255)
GREY: Final = (90, 90, 90)
WHITE: Final = (255, 255, 255)

FLOPS: Final = 7
NO_NUMBER: Final = 9
BROKEN_HEIGHT: Final = 13
"""Pictures of this height break a thread that nobody guards."""

FACTS: Final = ModelFacts(
    LabelSet(("black", "white"), ((0, 0, 0), (255, 255, 255))), "Checkerboard", 0, None, None, "cpu", "test", 0.0
)


class Checkerboard(ImageAdapter):
    """Classes 0 and 1 in a checkerboard whose first field says whether the picture is bright.

    Args:
        gate: A named pipe; a blue picture's pass goes on when somebody writes to it.
    """

    task = "image-segmentation"
    facts = FACTS

    def __init__(self, gate: Path | None = None) -> None:
        self._gate = gate

    def batch_key(self, subject: Size) -> Hashable:
        if subject[0] == BROKEN_HEIGHT:
            raise ZeroDivisionError("a bug in an adapter")
        return subject

    def preprocess(
        self, sample_input: Sequence[NDArray[np.uint8]], params: RunParams = DEFAULT_PARAMS
    ) -> NDArray[np.uint8]:
        return np.stack(sample_input)

    def forward(self, batch: NDArray[np.uint8], watcher: Watcher = NO_WATCHER) -> NDArray[np.uint8]:
        for picture in batch:
            self._act(tuple(int(value) for value in picture[0, 0]))
        rows, columns = np.indices(batch.shape[1:3])
        fields = ((rows + columns) % 2 + (batch.mean((1, 2, 3)) > 128)[:, None, None]).astype(np.uint8) % 2
        fields[(batch[:, 0, 0] == CYAN).all(1)] = NO_NUMBER
        return fields

    def synchronize(self) -> None:
        pass

    def postprocess(
        self, output: NDArray[np.uint8], subjects: Sequence[Size], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        assert [tuple(labels.shape) for labels in output] == list(subjects)
        return [
            NotFinite("no numbers", "take another") if NO_NUMBER in labels else ModelOutput(LabelMap(labels))
            for labels in output
        ]

    def count_flops(self, batch: NDArray[np.uint8]) -> int | None:
        return FLOPS

    def measured_cost(self) -> Cost:
        return Cost()

    def _act(self, color: tuple[int, ...]) -> None:
        if color == RED:
            os.kill(os.getpid(), signal.SIGKILL)
        if color == GREEN:
            raise MemoryError
        if color == YELLOW:
            raise RuntimeError("yellow is not liked")
        if color == BLUE and self._gate is not None:
            with self._gate.open("rb", buffering=0) as gate:
                gate.read(1)


def load_adapter(spec: LaneSpec, progress: Progress) -> ImageAdapter:
    """Models ``checkerboard``, ``gate:PIPE``, ``waits:PIPE`` (to load), ``refused`` and ``dies``."""
    kind, _, argument = spec.model.partition(":")
    progress("looking", 0.5)
    if kind == "refused":
        raise UnsupportedModel("Nobody likes this model.", "Take another.")
    if kind == "dies":
        print("these are my last words", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "waits":
        Path(argument).read_bytes()
    return Checkerboard(Path(argument) if kind == "gate" else None)
