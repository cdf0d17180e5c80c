"""Bicubic, Lanczos and nearest px: enlarging without weights, as lanes to compare networks with."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from granview.core.classical_methods import CLASSICAL_METHODS
from granview.core.errors import NotFinite, UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost
from granview.core.run_params import RunParams
from granview.models.adapter import (
    DEFAULT_PARAMS,
    NO_WATCHER,
    Image,
    ImageAdapter,
    ModelOutput,
    Progress,
    Size,
    Watcher,
)
from granview.models.device import Placement, place
from granview.models.family import FAMILIES, Family
from granview.models.images.imresize import imresize
from granview.models.images.restoration import TASK, input_pictures, restoration_params, restored_output
from granview.models.loading.source import ResolvedSource

Enlarge = Callable[[Image, int, int], Image]


def _lanczos(pixels: Image, height: int, width: int) -> Image:
    from PIL import Image as Pillow

    return np.array(Pillow.fromarray(pixels).resize((width, height), Pillow.Resampling.LANCZOS))


def _nearest(pixels: Image, height: int, width: int) -> Image:
    return pixels.repeat(height // pixels.shape[0], axis=0).repeat(width // pixels.shape[1], axis=1)


METHODS: Final[Mapping[str, Enlarge]] = {"bicubic": imresize, "lanczos": _lanczos, "nearest": _nearest}
"""By name, what makes a picture (H, W, 3) uint8 so high and wide."""


@dataclass(frozen=True)
class MethodBatch:
    """What a method is given: pictures (H, W, 3) uint8, and how many times larger it is to make a side."""

    pictures: Sequence[Image]
    scale: int


class ClassicalMethod(ImageAdapter):
    """A method as a lane: it makes pictures as many times larger as the run's scale says. It runs on the CPU."""

    task = TASK

    def __init__(self, enlarge: Enlarge, facts: ModelFacts) -> None:
        self._enlarge = enlarge
        self.facts = facts

    def batch_key(self, subject: Size) -> Hashable:
        """Pictures of any size share a batch."""
        return ""

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> MethodBatch:
        """Each picture made worse where the run says so."""
        scale = restoration_params(params)["scale"]
        return MethodBatch(input_pictures(sample_input, params, scale), scale)

    def forward(self, batch: MethodBatch, watcher: Watcher = NO_WATCHER) -> list[Image]:
        """The pictures, enlarged."""
        scale = batch.scale
        return [self._enlarge(each, each.shape[0] * scale, each.shape[1] * scale) for each in batch.pictures]

    def synchronize(self) -> None:
        """Nothing runs beside the caller."""

    def postprocess(
        self, output: list[Image], subjects: Sequence[Size], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """The pictures as predictions."""
        scale = restoration_params(params)["scale"]
        return [restored_output(pixels, scale, size, params) for pixels, size in zip(output, subjects, strict=True)]

    def count_flops(self, batch: Any) -> int | None:
        """None: torch counts nothing here."""
        return None

    def measured_cost(self) -> Cost:
        """Nothing is measured by a library."""
        return Cost()


class ClassicalFamily(Family):
    """Sources of the scheme ``method``."""

    task = TASK

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the source names a method."""
        return resolved.source.scheme == "method"

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> ClassicalMethod:
        """The method; there is nothing to read.

        Raises:
            UnsupportedModel: there is none of that name.
        """
        name = resolved.source.name
        if name not in METHODS:
            raise UnsupportedModel(f"There is no method '{name}'.", f"There are: {', '.join(METHODS)}.")
        cpu = place("cpu")
        title = CLASSICAL_METHODS[name].title
        notices = () if placement.device.type == "cpu" else ("It has no network, and runs on the CPU.",)
        facts = ModelFacts(LabelSet((), ()), title, 0, None, None, "cpu", cpu.name, 0.0, notices=notices)
        return ClassicalMethod(METHODS[name], facts)


FAMILIES.register("classical-image-to-image")(ClassicalFamily())
