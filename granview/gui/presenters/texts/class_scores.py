"""Classes of a text as bars, the reference's class marked right or wrong."""

from typing import Final

import numpy as np

from granview.core.predictions.class_scores import ClassScores
from granview.gui.presenters.text_content import translate
from granview.gui.presenters.text_presenter import (
    TEXT_PRESENTERS,
    Bar,
    Presentation,
    PresenterInput,
    SummaryText,
    color_of,
    name_of,
)

MAX_BARS: Final = 6


@TEXT_PRESENTERS.register(ClassScores.type_name)
def present_class_scores(prediction: ClassScores, inputs: PresenterInput) -> Presentation:
    """The most probable classes, those said and those known always among them; the text below."""
    bars, left_over = _bars(prediction, inputs)
    more = (
        (SummaryText(translate("TextCell", "and {n} less likely").format(n=left_over), role="muted"),)
        if left_over
        else ()
    )
    return Presentation(inputs.shown(), rows=(*inputs.asked(), *bars, *more), text_span=inputs.word)


def _bars(prediction: ClassScores, inputs: PresenterInput) -> tuple[list[Bar], int]:
    labels, common, known = inputs.content.labels, inputs.content.names, _known(inputs)
    names = [name_of(labels, index) for index in range(len(prediction.scores))]
    chosen = set(prediction.chosen())
    order = np.argsort(-prediction.scores, kind="stable").tolist()
    wanted = set(order[:MAX_BARS]) | set(sorted(chosen)[:MAX_BARS])
    keys = [common.model_key(name) for name in names]
    wanted |= {index for index, key in enumerate(keys) if known and key in known}
    shown = [index for index in order if index in wanted]
    bars = [
        Bar(
            common.shown(names[index]),
            float(prediction.scores[index]),
            color_of(labels, names[index]),
            _verdict(index in chosen, keys[index], known),
            index in chosen,
            translate("TextCell", "reference") if known and keys[index] in known else "",
        )
        for index in shown
    ]
    return bars, len(names) - len(shown)


def _known(inputs: PresenterInput) -> frozenset[str] | None:
    reference = inputs.content.reference
    if reference is None or reference.labels is None:
        return None
    return frozenset(map(inputs.content.names.key_of_reference, reference.labels))


def _verdict(chosen: bool, name: str, known: frozenset[str] | None) -> bool | None:
    """Right where a class said is known, wrong where it is not, or where a known one is not said."""
    if known is None or (not chosen and name not in known):
        return None
    return chosen and name in known
