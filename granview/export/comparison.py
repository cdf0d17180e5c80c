"""Comparison pages: a sample's picture, its reference, and what every lane said, side by side at native size."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

import granview
from granview.core.errors import ArgumentError
from granview.core.sample import Sample
from granview.export import captions
from granview.export.coloring import legend, present_classes, recolored, shared_colors
from granview.export.content import Content, Detail, Panel
from granview.export.layers import Layer, lane_layer, reference_layer
from granview.export.layout import lay_out
from granview.export.overlay import OPACITY, blend, fade
from granview.export.page import Page
from granview.export.pdf import write_pdf
from granview.export.png import write_png
from granview.export.svg import write_svg
from granview.io.atomic import atomic_write
from granview.io.images import read_image
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import TASKS, Metrics

RENDERERS: Final[dict[str, Callable[[Page, BinaryIO], None]]] = {
    ".png": write_png,
    ".svg": write_svg,
    ".pdf": write_pdf,
}
"""How a page is written, by the file's suffix."""


class Comparisons:
    """Makes the pages of one session.

    Args:
        session: Where predictions are read.
        opacity: Of masks over the picture, 0 to 1.
        lanes: Names of the lanes to show, in this order; None for all.

    Raises:
        ArgumentError: there is no such lane.
    """

    def __init__(self, session: SessionReader, opacity: float = OPACITY, lanes: Iterable[str] | None = None) -> None:
        self._session = session
        self._opacity = opacity
        self._samples = {sample.name: sample for sample in session.samples()}
        known = {lane.name: lane for lane in session.lanes()}
        wanted = list(known if lanes is None else lanes)
        if unknown := [name for name in wanted if name not in known]:
            raise ArgumentError(f"There is no lane '{unknown[0]}'.", f"Lanes: {', '.join(known) or 'none'}.")
        self._lanes = [known[name] for name in wanted]

    def save(self, sample: str, path: Path) -> None:
        """Write the page of a sample, as PNG, SVG or PDF by the path's suffix; whole or not at all.

        Raises:
            ArgumentError: there is no such sample or format.
            InputError: the sample's picture cannot be read.
            GranViewError: the file cannot be written.
        """
        write = RENDERERS.get(path.suffix.lower())
        if write is None:
            raise ArgumentError(f"{path.name} has no known format.", f"Name it {', '.join(RENDERERS)}.")
        page = lay_out(self.content(sample))
        with atomic_write(path) as file:
            write(page, file)

    def content(self, name: str) -> Content:
        """What the page of a sample says.

        Raises:
            ArgumentError: there is no such sample.
            InputError: its picture cannot be read.
        """
        sample = self._samples.get(name)
        if sample is None:
            raise ArgumentError(f"There is no sample '{name}'.")
        pixels = read_image(Path(sample.path)).pixels
        height, width = pixels.shape[:2]
        layers = _in_shared_colors(self._layers(sample, (height, width)))
        entries = [
            entry
            for layer in layers
            if layer.labels is not None
            for entry in present_classes(layer.labels, layer.label_set)
        ]
        return Content(
            sample.name,
            captions.sample_line(sample, width, height),
            width,
            height,
            (Panel("Image", (), lambda: pixels), *(self._panel(layer, pixels) for layer in layers)),
            legend(entries),
            captions.footer(self._opacity, granview.__version__),
        )

    def _layers(self, sample: Sample, size_hw: tuple[int, int]) -> list[Layer]:
        results = {row.lane: row for row in self._session.results(sample=sample.name)}
        metrics = [_metrics(lane, results.get(lane.name)) for lane in self._lanes]
        reference = reference_layer(sample, size_hw, results.values())
        lanes = [
            lane_layer(
                self._session,
                lane,
                results.get(lane.name),
                sample,
                size_hw,
                _details(lane, results.get(lane.name), metrics, index),
            )
            for index, lane in enumerate(self._lanes)
        ]
        return lanes if reference is None else [reference, *lanes]

    def _panel(self, layer: Layer, pixels: NDArray[np.uint8]) -> Panel:
        if layer.labels is None:
            return Panel(layer.title, layer.details, partial(fade, pixels), layer.message)
        make = partial(blend, pixels, layer.labels, layer.label_set, self._opacity)
        return Panel(layer.title, layer.details, make)


def _in_shared_colors(layers: Sequence[Layer]) -> list[Layer]:
    colors = shared_colors(layer.label_set for layer in layers)
    return [replace(layer, label_set=recolored(layer.label_set, colors)) for layer in layers]


def _metrics(lane: LaneRecord, result: ResultRow | None) -> Metrics:
    """A lane's metrics for the sample; empty where it was not scored."""
    if result is None or not result.scored:
        return {}
    return TASKS.get(lane.spec.task).metrics(result.unpacked_statistics())


def _details(lane: LaneRecord, result: ResultRow | None, metrics: Sequence[Metrics], index: int) -> tuple[Detail, ...]:
    fixed = (Detail(captions.model_line(lane)), Detail(captions.time_line(result)))
    if not any(metrics):
        return fixed
    columns = captions.key_columns(TASKS.get(lane.spec.task))
    return (*fixed, *captions.metric_lines(columns, metrics, index))
