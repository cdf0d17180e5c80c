"""Unit tables of tasks whose units are whole texts, answers and targets: a few rows per sample."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.text import TextInput
from granview.core.unit import UnitTable
from granview.scoring.text_measures import bracket_depth, count_negations
from granview.scoring.words import count_words
from granview.tasks.base import WORD_RARITY, GrainAxis

WORD_EDGES: Final = (0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, math.inf)
"""Octaves of words, and none at all."""

NESTING: Final = GrainAxis(
    "nesting",
    "Nesting depth",
    "",
    (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, math.inf),
    is_count=True,
    harder="large",
)
"""The grain that a data set gives its texts; whole numbers, such as how deep phrases or operations are nested."""


TEXT_MEASURES: Final = ("text_words", "brackets", "negations")
"""Columns of units that are measured of the whole text."""

_FEW: Final = (0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, math.inf)


def text_axes(kind: str, of_part: bool = False) -> tuple[GrainAxis, ...]:
    """Measures of texts by which units of a kind can be told apart.

    Args:
        kind: The kind of units.
        of_part: Whether these are parts of their text, so that the text's own length says more than their grain.
    """
    length = GrainAxis(
        *(kind, "Text length", "words", WORD_EDGES),
        is_count=True,
        harder="large",
        column="text_words",
        description="Words of the whole text.",
    )
    return (
        *((length,) if of_part else ()),
        GrainAxis(
            *(kind, "Bracket depth", "", _FEW),
            is_count=True,
            harder="large",
            column="brackets",
            description="How deep brackets stand within brackets in the text.",
        ),
        GrainAxis(
            *(kind, "Negations", "", _FEW),
            is_count=True,
            harder="large",
            column="negations",
            description="Words of the text that negate, in English, German, French, Spanish and Chinese.",
        ),
        GrainAxis(
            *(kind, "Rarity of words", "bits", ()),
            harder="large",
            column=WORD_RARITY,
            description="Mean of -log2 of a word's share among all words of the texts here.",
        ),
    )


def text_measures(text: TextInput) -> dict[str, float]:
    """The values of ``TEXT_MEASURES``, over the text, the second one of a pair, and the question."""
    parts = [part for part in (text.text, text.pair, text.question) if part]
    return {
        "text_words": sum(map(count_words, parts)),
        "brackets": max(map(bracket_depth, parts), default=0),
        "negations": sum(map(count_negations, parts)),
    }


def word_axis(kind: str, title: str) -> GrainAxis:
    """An axis of lengths in words."""
    return GrainAxis(kind, title, "words", WORD_EDGES, is_count=True, harder="large")


def sample_units(
    kind: str,
    n_words: int,
    nesting: float | None,
    score: float,
    text: TextInput,
    extra: Mapping[str, float] | None = None,
) -> UnitTable:
    """The units of a sample that is scored as a whole: one by its length, one by its nesting where that is known.

    Args:
        kind: Kind of the unit that is measured in words.
        n_words: Its grain.
        nesting: The data set's own measure; None for a table without that row.
        score: Of both rows, 0 to 1.
        text: The text, of which more is measured.
        extra: The task's own columns, the same in both rows; whole numbers are int32, others float32.
    """
    grains = [float(n_words)] if nesting is None else [float(n_words), nesting]
    columns = repeated_columns({**text_measures(text), **(extra or {})}, len(grains))
    return units((kind, NESTING.kind), list(range(len(grains))), grains, [score] * len(grains), columns)


def units(
    kinds: tuple[str, ...],
    kind: Sequence[int],
    grain: Sequence[float],
    score: Sequence[float],
    extra: Mapping[str, NDArray[Any]] | None = None,
) -> UnitTable:
    """A unit table from rows."""
    return UnitTable(
        kinds,
        np.array(kind, dtype=np.uint8),
        np.array(grain, dtype=np.float32),
        np.array(score, dtype=np.float32),
        extra or {},
    )


def repeated_columns(values: Mapping[str, float], rows: int) -> dict[str, NDArray[Any]]:
    """Columns that hold one value each, see ``repeated``."""
    return {name: repeated(value, rows) for name, value in values.items()}


def repeated(value: float, rows: int) -> NDArray[Any]:
    """A column that holds one value: whole numbers are int32, others float32."""
    return np.full(rows, value, dtype=np.int32 if isinstance(value, int) else np.float32)
