"""Classes of a sample as a whole: listed as transformers' pipeline gives them, shown as bars."""

from pathlib import Path
from typing import Any, Final

import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.core.sample import Sample
from granview.export.class_scores_card import carded, present_classes
from granview.export.prediction_export import PREDICTION_EXPORTS, PredictionExport
from granview.export.texts.block_context import BlockContext, PageBlocks
from granview.export.texts.json_numbers import number
from granview.export.texts.page_content import Bar, Words
from granview.export.texts.unprintable_characters import on_one_line
from granview.io.text_writer import write_json

MAX_BARS: Final = 8


def class_list(prediction: ClassScores, labels: LabelSet) -> list[dict[str, Any]]:
    """``[{"label", "score"}, …]``: every class, the most probable first; without scores those that were named alone."""
    if not prediction.has_probabilities:
        return [{"label": labels.name_or_number(index), "score": None} for index in prediction.chosen()]
    order = np.argsort(-prediction.scores, kind="stable").tolist()
    return [{"label": labels.name_or_number(index), "score": number(prediction.scores[index])} for index in order]


def write_classes(path: Path, prediction: ClassScores, _sample: Sample, labels: LabelSet) -> None:
    """Write ``class_list`` as JSON."""
    write_json(path, class_list(prediction, labels))


def show_class_scores(prediction: ClassScores, context: BlockContext) -> PageBlocks:
    """The most probable classes; those said and those known are always among them."""
    names = [context.name(index) for index in range(len(prediction.scores))]
    keys = [context.names.model_key(name) for name in names]
    known = _known(context)
    chosen = frozenset(prediction.chosen())
    order: list[int] = np.argsort(-prediction.scores, kind="stable").tolist()
    wanted = {*order[:MAX_BARS], *chosen} | {i for i, key in enumerate(keys) if known and key in known}
    bars = [
        Bar(
            on_one_line(context.names.shown(names[index])),
            float(prediction.scores[index]),
            context.model_color(names[index]),
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


PREDICTION_EXPORTS.register(ClassScores.type_name)(
    PredictionExport(".json", write_classes, overlay=carded, legend=present_classes, blocks=show_class_scores)
)
