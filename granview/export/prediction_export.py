"""What predictions become in files and on pages: the table of what each type is exported as.

A type is one file of ``granview.export.predictions`` that registers what it has::

    PREDICTION_EXPORTS.register("label-map")(PredictionExport(".png", write_mask, overlay=tinted))
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import GranViewError
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.registry import Registry
from granview.core.sample import Sample
from granview.export.page_content import LegendEntry
from granview.export.texts.block_context import BlockContext, PageBlocks

Pixels = NDArray[np.uint8]
"""A picture: (height, width, 3) uint8, sRGB."""

Write = Callable[[Path, Any, Sample, LabelSet], None]
"""Writes a prediction about a sample in the lane's classes, whole or not at all. It may raise GranViewError."""

Overlay = Callable[[Pixels, Any, LabelSet, float], Pixels]
"""The picture with a prediction over it, its classes in the colours of the label set, at an opacity from 0 to 1."""

Legend = Callable[[Any, LabelSet], Iterable[LegendEntry]]
"""What of a prediction the legend of a page must explain."""

Blocks = Callable[[Any, BlockContext], PageBlocks]
"""A prediction as a page shows it beside its text."""


WriteTogether = Callable[[Path, Iterable[tuple[Sample, Any]], LabelSet], None]
"""Writes what a lane said about many samples into one file, whole or not at all. It may raise GranViewError."""


@dataclass(frozen=True)
class Together:
    """One file of all predictions of a lane, as programs of the field read them.

    Attributes:
        name: Its name, such as ``coco_results.json``.
        write: Writes it; predictions come one by one.
    """

    name: str
    write: WriteTogether


def _nothing(_prediction: Any, _labels: LabelSet) -> Iterable[LegendEntry]:
    return ()


@dataclass(frozen=True)
class PredictionExport:
    """What predictions of one type become.

    Attributes:
        suffix: How their files' names end, such as ``.png`` or ``.points.json``.
        write: Writes one in the format that the field uses.
        overlay: Draws one over its picture; None where pages of pictures do not show it.
        close_up: The same for a picture of which a part is enlarged, without words; None where it has none anyway.
        legend: What of one drawn over its picture the legend explains.
        blocks: Shows one beside its text; None where pages of texts do not show it.
        together: All of a lane in one file; None where the field has none.
        also: By ending, what writes one in another format besides.
    """

    suffix: str
    write: Write
    overlay: Overlay | None = None
    close_up: Overlay | None = None
    legend: Legend = _nothing
    blocks: Blocks | None = None
    together: Together | None = None
    also: Mapping[str, Write] = field(default_factory=dict)


PREDICTION_EXPORTS: Final[Registry[PredictionExport]] = Registry(
    "granview.export.predictions", "export of predictions of the type"
)
"""By the tag of a type of prediction, what it becomes."""


def export_of(prediction: Prediction) -> PredictionExport:
    """What a prediction becomes.

    Raises:
        GranViewError: nothing is known for its type.
    """
    return PREDICTION_EXPORTS.get(prediction.type_name)


def prediction_suffixes() -> frozenset[str]:
    """How names of files of predictions can end."""
    return frozenset(suffix for export in PREDICTION_EXPORTS.all().values() for suffix in (export.suffix, *export.also))


def names_together() -> frozenset[str]:
    """The names of files of all predictions of a lane."""
    return frozenset(export.together.name for export in PREDICTION_EXPORTS.all().values() if export.together)


def write_prediction(
    path: Path, prediction: Prediction | None, sample: Sample, labels: LabelSet, also: str = ""
) -> None:
    """Write what a lane said about a sample, whole or not at all.

    Args:
        path: Where to.
        prediction: What it said; None where the session has lost it.
        sample: What it was said about; where it is a file, the file may be read again.
        labels: The lane's classes.
        also: The ending of the format, where it is one that the type is written in besides.

    Raises:
        GranViewError: there is no prediction, its type becomes no file, or the file cannot be written.
        InputError: the sample cannot be read any more, or is another one.
    """
    if prediction is None:
        raise GranViewError("The session holds no such prediction.")
    export = export_of(prediction)
    write = export.also[also] if also else export.write
    write(path, prediction, sample, labels)
