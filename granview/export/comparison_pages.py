"""Comparison pages: a sample, its reference, and what every lane said, side by side; pictures at their native size."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
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
from granview.export.coloring import legend, present_classes, recolored
from granview.export.layout import lay_out
from granview.export.mask_columns import MaskColumn, lane_layer, reference_layer
from granview.export.overlay import OPACITY, blend, fade
from granview.export.page import Page
from granview.export.page_content import PageColumn, PageContent
from granview.export.pdf import write_pdf
from granview.export.png import write_png
from granview.export.svg import write_svg
from granview.export.texts.excerpt import DRAWN, WRITTEN
from granview.export.texts.html import write_html
from granview.export.texts.renderer import PageRenderer
from granview.export.texts.text_page import text_page
from granview.io.atomic_write import atomic_write
from granview.io.image_reader import read_image
from granview.io.orientation import Frame
from granview.scoring.matched_names import first_colors
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord
from granview.tasks.assignment import tasks_for

RENDERERS: Final[dict[str, Callable[[Page, BinaryIO], None]]] = {
    ".png": write_png,
    ".svg": write_svg,
    ".pdf": write_pdf,
}
"""How a picture's page is written, by the file's suffix."""

TEXT_SUFFIXES: Final = (".html", *RENDERERS)
"""As what a text's page is written."""


class ComparisonPages:
    """Makes the pages of one session.

    Args:
        session: Where predictions are read.
        opacity: Of masks over the picture, 0 to 1.
        lanes: Names of the lanes to show, in this order; None for all. Those that do not take a sample are left out.
        renderer: Draws pages of texts; None to start a process for each page.

    Raises:
        ArgumentError: there is no such lane.
    """

    def __init__(
        self,
        session: SessionReader,
        opacity: float = OPACITY,
        lanes: Iterable[str] | None = None,
        renderer: PageRenderer | None = None,
    ) -> None:
        self._session = session
        self._params = session.params().image
        self._renderer = renderer
        self._opacity = opacity
        self._samples = {sample.name: sample for sample in session.samples()}
        known = {lane.name: lane for lane in session.lanes()}
        wanted = list(known if lanes is None else lanes)
        if unknown := [name for name in wanted if name not in known]:
            raise ArgumentError(f"There is no lane '{unknown[0]}'.", f"Lanes: {', '.join(known) or 'none'}.")
        self._lanes = [known[name] for name in wanted]

    def save(self, sample: str, path: Path) -> None:
        """Write the page of a sample as PNG, SVG, PDF or, of a text, HTML, by the path's suffix; whole or not at all.

        Raises:
            ArgumentError: there is no such sample or format.
            InputError: the sample cannot be read.
            GranViewError: the file cannot be written, or the page of a text cannot be drawn.
        """
        found = self._find(sample)
        suffix = path.suffix.lower()
        suffixes = TEXT_SUFFIXES if found.kind == "text" else tuple(RENDERERS)
        if suffix not in suffixes:
            raise ArgumentError(f"{path.name} has no known format.", f"Name it {', '.join(suffixes)}.")
        if found.kind == "image":
            page = lay_out(self.content(sample))
            with atomic_write(path) as file:
                RENDERERS[suffix](page, file)
        elif suffix == ".html":
            written = text_page(self._session, found, self._lanes_for(found), WRITTEN)
            with atomic_write(path) as file:
                write_html(written, file)
        else:
            self._draw(found, path)

    def content(self, name: str) -> PageContent:
        """What the page of a picture says.

        Raises:
            ArgumentError: there is no such sample.
            InputError: its picture cannot be read.
        """
        sample = self._find(name)
        decoded = read_image(Path(sample.path), image_range=self._params.range)
        pixels = decoded.pixels
        height, width = pixels.shape[:2]
        layers = _in_shared_colors(self._layers(sample, Frame(height, width, decoded.orientation)))
        entries = [
            entry
            for layer in layers
            if layer.labels is not None
            for entry in present_classes(layer.labels, layer.label_set)
        ]
        return PageContent(
            sample.name,
            captions.sample_line(sample, width, height),
            width,
            height,
            (PageColumn("Image", (), lambda: pixels), *(self._panel(layer, pixels) for layer in layers)),
            legend(entries),
            captions.footer(self._opacity, granview.__version__),
            self._notes(sample),
        )

    def _notes(self, sample: Sample) -> tuple[str, ...]:
        results = {row.lane: row for row in self._session.results(sample=sample.name)}
        lanes = self._lanes_for(sample)
        return captions.metric_notes(lanes, [captions.metrics_of(lane, results.get(lane.name)) for lane in lanes])

    def _find(self, name: str) -> Sample:
        sample = self._samples.get(name)
        if sample is None:
            raise ArgumentError(f"There is no sample '{name}'.")
        return sample

    def _lanes_for(self, sample: Sample) -> list[LaneRecord]:
        """The lanes that take a sample, or have done so."""
        done = {row.lane for row in self._session.results(sample=sample.name)}
        tasks = tasks_for(sample, {lane.spec.task for lane in self._lanes})
        return [lane for lane in self._lanes if lane.name in done or lane.spec.task in tasks]

    def _draw(self, sample: Sample, path: Path) -> None:
        """Let the page of a text be drawn by Qt."""
        page = text_page(self._session, sample, self._lanes_for(sample), DRAWN)
        with PageRenderer() if self._renderer is None else nullcontext(self._renderer) as renderer:
            data = renderer.draw(page, path.suffix.lower())
        with atomic_write(path) as file:
            file.write(data)

    def _layers(self, sample: Sample, frame: Frame) -> list[MaskColumn]:
        results = {row.lane: row for row in self._session.results(sample=sample.name)}
        shown = self._lanes_for(sample)
        metrics = [captions.metrics_of(lane, results.get(lane.name)) for lane in shown]
        reference = reference_layer(sample, frame, results.values(), self._params)
        lanes = [
            lane_layer(
                self._session,
                lane,
                results.get(lane.name),
                sample,
                (frame.height, frame.width),
                captions.lane_details(lane, results.get(lane.name), metrics, index),
            )
            for index, lane in enumerate(shown)
        ]
        return lanes if reference is None else [reference, *lanes]

    def _panel(self, layer: MaskColumn, pixels: NDArray[np.uint8]) -> PageColumn:
        if layer.labels is None:
            return PageColumn(layer.title, layer.details, partial(fade, pixels), layer.message)
        make = partial(blend, pixels, layer.labels, layer.label_set, self._opacity)
        return PageColumn(layer.title, layer.details, make)


def _in_shared_colors(layers: Sequence[MaskColumn]) -> list[MaskColumn]:
    colors = first_colors([layer.label_set for layer in layers])
    return [replace(layer, label_set=recolored(layer.label_set, colors)) for layer in layers]
