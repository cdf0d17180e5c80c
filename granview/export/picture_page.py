"""Comparison pages of pictures: the picture, its reference and what every lane said, at native size, side by side."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import granview
from granview.core.errors import InputError
from granview.core.pixel_size import PixelSize
from granview.core.reading_params import reading_params
from granview.core.sample import Sample
from granview.export import captions
from granview.export.coloring import legend, recolored
from granview.export.overlay import fade
from granview.export.page_content import LegendEntry, PageColumn, PageContent
from granview.export.page_request import PageRequest
from granview.export.prediction_columns import PredictionColumn, lane_column, reference_column
from granview.export.prediction_export import Pixels, export_of
from granview.io.image_reader import read_image
from granview.io.orientation import Frame
from granview.io.own_reference import first_own_reference
from granview.io.pixel_sizes import read_pixel_size
from granview.scoring.matched_names import first_colors
from granview.tasks.base import TASKS


def picture_page(request: PageRequest) -> PageContent:
    """What the page of a picture says.

    Raises:
        InputError: its picture cannot be read.
    """
    sample, params = request.sample, request.tools.session.params().image
    decoded = read_image(Path(sample.path), image_range=params.range)
    pixels = decoded.pixels
    height, width = pixels.shape[:2]
    columns, notes = _columns(request, Frame(height, width, decoded.orientation))
    columns = _in_shared_colors(columns)
    return PageContent(
        sample.name,
        _subtitle(sample, width, height),
        width,
        height,
        (PageColumn("Image", (), lambda: pixels), *(_drawn(column, pixels, request) for column in columns)),
        legend(entry for column in columns for entry in _entries(column)),
        _footer(request.opacity),
        notes,
        _pixel_size(Path(sample.path)),
    )


def _pixel_size(path: Path) -> PixelSize | None:
    """The size of a px; None too where the picture can be read and what its file says beside it cannot."""
    with suppress(InputError):
        return read_pixel_size(path)
    return None


def _columns(request: PageRequest, frame: Frame) -> tuple[list[PredictionColumn], tuple[str, ...]]:
    """The columns beside the picture, and what must be known of the numbers in their captions."""
    session, sample, lanes = request.tools.session, request.sample, request.lanes
    results = {row.lane: row for row in session.results(sample=sample.name)}
    metrics = [captions.metrics_of(lane, results.get(lane.name)) for lane in lanes]
    wanted = [TASKS.get(lane.spec.task).truth_type for lane in lanes]
    params = session.params()
    own = first_own_reference(sample, (lane.spec.task for lane in lanes), params)
    reference = reference_column(sample, frame, results.values(), reading_params(params), wanted, own)
    columns = [
        lane_column(
            session,
            lane,
            results.get(lane.name),
            sample,
            (frame.height, frame.width),
            captions.lane_details(lane, results.get(lane.name), metrics, index),
        )
        for index, lane in enumerate(lanes)
    ]
    return columns if reference is None else [reference, *columns], captions.metric_notes(lanes, metrics)


def _in_shared_colors(columns: Sequence[PredictionColumn]) -> list[PredictionColumn]:
    colors = first_colors([column.labels for column in columns])
    return [replace(column, labels=recolored(column.labels, colors)) for column in columns]


def _drawn(column: PredictionColumn, pixels: Pixels, request: PageRequest) -> PageColumn:
    export = None if column.prediction is None else export_of(column.prediction)
    overlay = None if export is None else (request.is_close_up and export.close_up) or export.overlay
    if overlay is None:
        return PageColumn(column.title, column.details, partial(fade, pixels), column.message)
    make = partial(overlay, pixels, column.prediction, column.labels, request.opacity)
    return PageColumn(column.title, column.details, make)


def _entries(column: PredictionColumn) -> Sequence[LegendEntry]:
    if column.prediction is None:
        return ()
    return tuple(export_of(column.prediction).legend(column.prediction, column.labels))


def _subtitle(sample: Sample, width: int, height: int) -> str:
    """The file and its size in px."""
    return f"{sample.filename} · {width} x {height} px"


def _footer(opacity: float) -> str:
    """How the page was made."""
    return f"GranView {granview.__version__} · pictures at native size · predictions at {opacity:.0%} opacity"
