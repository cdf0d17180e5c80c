"""Explanations as files: raw values as ``.npz``, heat maps over their picture, and pages of all lanes on one scale."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

import granview
from granview.core.colormap import HEAT, SIGNED, heat_indices
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation, HeatMaps, TokenWeights
from granview.core.sample import Sample
from granview.export.content import Content, Detail, Panel
from granview.export.layout import lay_out
from granview.export.png import write_png
from granview.io.atomic import atomic_write
from granview.io.images import read_image
from granview.report.explanations import place_text
from granview.scoring.attention import on_grid
from granview.store.rows import ExplanationRow

OPACITY: Final = 0.7
_SHOWN: Final = ("entropy_normalised", "distance_px", "share_inside")


@dataclass(frozen=True)
class Question:
    """What several lanes were asked about one sample, in the same words.

    Attributes:
        sample: The sample.
        name: The question as part of a file name, such as ``rollout`` or ``attention-2``.
        rows: The lanes' answers.
    """

    sample: Sample
    name: str
    rows: tuple[ExplanationRow, ...]

    @property
    def top(self) -> float:
        """The largest value, by size, in any lane's answer: the end of their common scale."""
        return max(
            (float(np.nanmax(np.abs(row.explanation.weights.values), initial=0)) for row in self.rows), default=0
        )

    @property
    def over_image(self) -> bool:
        """Whether every answer is a map over the picture."""
        return all(isinstance(row.explanation.weights, HeatMaps) for row in self.rows)


def questions_of(samples: Sequence[Sample], rows: Sequence[ExplanationRow]) -> Iterator[Question]:
    """The questions of a session, sample by sample, each with the answers of all lanes."""
    for sample in samples:
        of_sample = [row for row in rows if row.sample == sample.name]
        taken: dict[str, int] = {}
        for query in dict.fromkeys(_asked(row) for row in of_sample):
            answers = tuple(row for row in of_sample if _asked(row) == query)
            method = query.method
            taken[method] = taken.get(method, 0) + 1
            yield Question(sample, method if taken[method] == 1 else f"{method}-{taken[method]}", answers)


Write = Callable[[], None]


def explanation_files(
    folder: Path, question: Question, lanes: Mapping[str, str], sample: str
) -> Iterator[tuple[Path, Write]]:
    """The files of a question, each with what writes it.

    Args:
        folder: Where ``LANE/SAMPLE.METHOD.npz``, the same as ``.png`` and the page ``SAMPLE.METHOD.png`` go.
        question: The question and its answers.
        lanes: A safe file name for each lane.
        sample: That of the sample.
    """
    stem = f"{sample}.{question.name}"
    for row in question.rows:
        path = folder / lanes[row.lane] / f"{stem}.npz"
        yield path, partial(write_values, path, row)
        if question.over_image:
            drawn = path.with_suffix(".png")
            yield drawn, partial(write_heat_map, drawn, question, row)
    if question.over_image:
        page = folder / f"{stem}.png"
        yield page, partial(write_page, page, question)


def write_values(path: Path, row: ExplanationRow) -> None:
    """Write an answer's raw values: ``values``, ``overview`` where it was asked for, and where they stand.

    Over an image, ``values`` are (rows, columns) float32 over ``box_xyxy_px``; over a text (n,) float32 over tokens
    with code point ``offsets`` (n, 2), ``pieces`` and the ``part`` of the sample that each is of.

    Raises:
        GranViewError: the file cannot be written.
    """
    with atomic_write(path) as file:
        np.savez_compressed(file, allow_pickle=False, **_arrays(row.explanation))


def write_heat_map(path: Path, question: Question, row: ExplanationRow) -> None:
    """Write an answer over its picture, at the picture's size, on the scale of all lanes.

    Raises:
        InputError: the picture cannot be read.
        GranViewError: the file cannot be written.
    """
    from PIL import Image

    pixels = read_image(Path(question.sample.path)).pixels
    with atomic_write(path) as file:
        Image.fromarray(heated(pixels, row.explanation, question.top)).save(file, format="PNG")


def write_page(path: Path, question: Question) -> None:
    """Write the answers of all lanes side by side, on one scale, with their numbers.

    Raises:
        InputError: the picture cannot be read.
        GranViewError: the file cannot be written.
    """
    pixels = read_image(Path(question.sample.path)).pixels
    height, width = pixels.shape[:2]
    panels = [Panel("Image", (), lambda: pixels)]
    for row in question.rows:
        panels.append(Panel(row.lane, _details(row), partial(heated, pixels, row.explanation, question.top)))
    query = question.rows[0].query
    where = place_text(query) or "everywhere"
    content = Content(
        question.sample.name,
        f"{query.method} · {query.direction} {where} · one scale: 0 to {question.top:.3g}",
        width,
        height,
        tuple(panels),
        (),
        f"GranView {granview.__version__} · raw values, not scaled lane by lane · colours: viridis",
    )
    with atomic_write(path) as file:
        write_png(lay_out(content), file)


def heated(pixels: NDArray[np.uint8], explanation: Explanation, top: float) -> NDArray[np.uint8]:
    """A picture under a heat map, (H, W, 3) uint8; where the map does not reach, the picture as it is."""
    weights = explanation.weights
    assert isinstance(weights, HeatMaps)
    x0, y0, x1, y1 = (round(edge) for edge in weights.box_xyxy_px)
    grid = on_grid(weights.values, (max(y1 - y0, 1), max(x1 - x0, 1)))
    height, width = pixels.shape[:2]
    shown = grid[max(0, -y0) : height - y0, max(0, -x0) : width - x0]
    signed = bool((weights.values < 0).any())
    heat = (SIGNED if signed else HEAT)[heat_indices(shown, top, signed)]
    out = pixels.copy()
    rows, columns = slice(max(0, y0), max(0, y0) + shown.shape[0]), slice(max(0, x0), max(0, x0) + shown.shape[1])
    out[rows, columns] = np.round((1 - OPACITY) * out[rows, columns] + OPACITY * heat).astype(np.uint8)
    return out


def _arrays(explanation: Explanation) -> dict[str, NDArray[Any]]:
    weights = explanation.weights
    arrays: dict[str, NDArray[Any]] = {"values": weights.values}
    if explanation.overview is not None:
        arrays["overview"] = explanation.overview.values
    if isinstance(weights, TokenWeights):
        tokens = weights.tokens
        return arrays | {"offsets": tokens.offsets, "part": tokens.part, "pieces": np.array(tokens.pieces)}
    return arrays | {"box_xyxy_px": np.array(weights.box_xyxy_px)}


def _details(row: ExplanationRow) -> tuple[Detail, ...]:
    packed = row.packed
    where = [f"{packed.stack} layer {packed.layer + 1}"] if packed.layer is not None else []
    if packed.head is not None:
        where.append(f"head {packed.head + 1}")
    shown = [f"{name.replace('_', ' ')} {packed.numbers[name]:.3g}" for name in _SHOWN if name in packed.numbers]
    return tuple(Detail(line) for line in (" · ".join(where), *shown) if line)


def _asked(row: ExplanationRow) -> ExplainQuery:
    """The query without the region, which only measures the answer."""
    return msgspec.structs.replace(row.query, region=None)
