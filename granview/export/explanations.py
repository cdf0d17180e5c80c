"""Explanations as files: raw values as ``.npz``, drawn as ``.png``, on one scale where lanes compare."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.explanation import Explanation, TokenWeights
from granview.export.explanation_groups import ExplanationGroup
from granview.export.page_request import PageTools
from granview.export.sample_export import SAMPLE_EXPORTS
from granview.io.atomic_write import atomic_write
from granview.store.rows import ExplanationRow

Write = Callable[[], None]


def explanation_files(
    folder: Path, group: ExplanationGroup, lanes: Mapping[str, str], sample: str, tools: PageTools
) -> Iterator[tuple[Path, Write]]:
    """The files of a question, each with what writes it.

    Args:
        folder: Where ``LANE/SAMPLE.METHOD.npz``, the same as ``.png`` and the page ``SAMPLE.METHOD.png`` go.
        group: The question and its answers.
        lanes: A safe file name for each lane.
        sample: That of the sample.
        tools: What pages are made with.
    """
    stem = f"{sample}.{group.name}"
    export = SAMPLE_EXPORTS.get(group.sample.kind) if group.sample.kind in SAMPLE_EXPORTS else None
    is_drawn = export is not None and export.draws_explanations(group)
    for row in group.rows:
        path = folder / lanes[row.lane] / f"{stem}.npz"
        yield path, partial(write_values, path, row)
        drawn = path.with_name(f"{stem}.png")
        if export is not None and is_drawn:
            yield drawn, partial(export.write_explanation, drawn, group, row, tools)
    page = folder / f"{stem}.png"
    if export is not None and is_drawn:
        yield page, partial(export.write_explanations, page, group, tools)


def write_values(path: Path, row: ExplanationRow) -> None:
    """Write an answer's raw values: ``values``, ``overview`` where it was asked for, and where they stand.

    Over an image, ``values`` are (rows, columns) float32 over ``box_xyxy_px``; over a text (n,) float32 over tokens
    with code point ``offsets`` (n, 2), ``pieces`` and the ``part`` of the sample that each is of.

    Raises:
        GranViewError: the file cannot be written.
    """
    with atomic_write(path) as file:
        np.savez_compressed(file, allow_pickle=False, **_arrays(row.explanation))


def _arrays(explanation: Explanation) -> dict[str, NDArray[Any]]:
    weights = explanation.weights
    arrays: dict[str, NDArray[Any]] = {"values": weights.values}
    if explanation.overview is not None:
        arrays["overview"] = explanation.overview.values
    if isinstance(weights, TokenWeights):
        tokens = weights.tokens
        return arrays | {"offsets": tokens.offsets, "part": tokens.part, "pieces": np.array(tokens.pieces)}
    return arrays | {"box_xyxy_px": np.array(weights.box_xyxy_px)}
