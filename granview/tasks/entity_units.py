"""The unit rows of token classification: one per entity of the reference."""

import math
from typing import Final

import numpy as np

from granview.core.unit import UnitTable
from granview.scoring.entity_overlap import NONE, EntityOverlap, TypedSpans
from granview.scoring.word_count import count_words
from granview.tasks.base import GrainAxis

ENTITY_LENGTH: Final = GrainAxis(
    "entity",
    "Entity length",
    "words",
    (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, math.inf),
    is_count=True,
    harder="large",
)


def entity_units(
    text: str, reference: TypedSpans, predicted: TypedSpans | None = None, overlap: EntityOverlap | None = None
) -> UnitTable:
    """One row per entity: its length in words as grain, and as score 1 if it is found exactly, else 0.

    ``overlap`` is the part of both spans together that the predicted entity which stands for it shares with it, of
    whatever type; ``class_id``, ``start`` and ``end`` are the reference's.
    """
    found = np.zeros(len(reference), dtype=np.float32)
    share = np.zeros(len(reference), dtype=np.float32)
    if predicted is not None and overlap is not None:
        paired = np.flatnonzero(overlap.partner != NONE)
        right = predicted.types[overlap.partner[paired]] == reference.types[paired]
        found[paired[right & (overlap.share[paired] == 1.0)]] = 1.0
        share[:] = overlap.share
    grain = [count_words(text[start:end]) for start, end in reference.spans.tolist()]
    extra = {
        "class_id": reference.types.astype(np.int32),
        "start": reference.spans[:, 0].astype(np.int32),
        "end": reference.spans[:, 1].astype(np.int32),
        "overlap": share,
    }
    kind = np.zeros(len(reference), dtype=np.uint8)
    return UnitTable((ENTITY_LENGTH.kind,), kind, np.array(grain, dtype=np.float32), found, extra)
