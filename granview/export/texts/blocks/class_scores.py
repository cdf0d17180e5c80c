"""Classes of a text as bars, the reference's marked right or wrong."""

from typing import Final

import numpy as np

from granview.core.predictions.class_scores import ClassScores
from granview.export.texts.blocks.block_context import BlockContext, PageBlocks
from granview.export.texts.page_content import Bar, Words
from granview.export.texts.visible import on_one_line

MAX_BARS: Final = 8


def show_class_scores(said: ClassScores, context: BlockContext) -> PageBlocks:
    """The most probable classes; those said and those known are always among them."""
    names = [context.name(index) for index in range(len(said.scores))]
    keys = [context.names.model_key(name) for name in names]
    known = _known(context)
    chosen = frozenset(said.chosen())
    order: list[int] = np.argsort(-said.scores, kind="stable").tolist()
    wanted = {*order[:MAX_BARS], *chosen} | {i for i, key in enumerate(keys) if known and key in known}
    bars = [
        Bar(
            on_one_line(context.names.shown(names[index])),
            float(said.scores[index]),
            context.said_color(names[index]),
            _verdict(index in chosen, keys[index], known),
            index in chosen,
            "reference" if known and keys[index] in known else "",
        )
        for index in order
        if index in wanted
    ]
    left_over = len(names) - len(bars)
    more = (Words(f"and {left_over:,} less likely"),) if left_over else ()
    return PageBlocks((*bars, *more))


def _known(context: BlockContext) -> frozenset[str] | None:
    if context.known is None or context.known.labels is None:
        return None
    return frozenset(map(context.names.key_of_reference, context.known.labels))


def _verdict(is_chosen: bool, name: str, known: frozenset[str] | None) -> bool | None:
    """Right where a class said is known, wrong where it is not, or where a known one is not said."""
    if known is None or (not is_chosen and name not in known):
        return None
    return is_chosen and name in known
