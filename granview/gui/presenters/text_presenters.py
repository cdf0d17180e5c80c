"""Which presenter shows which type of prediction: one line per type."""

from collections.abc import Callable
from typing import Any, Final

from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.gui.model.shown_text import ShownText
from granview.gui.presenters.answers import present_answers
from granview.gui.presenters.class_scores import present_class_scores
from granview.gui.presenters.entities import present_entities
from granview.gui.presenters.filled_masks import present_filled_masks
from granview.gui.presenters.generated_text import present_generated, present_partial
from granview.gui.presenters.presentation import Presentation
from granview.gui.presenters.presenter_input import PresenterInput
from granview.gui.presenters.text_reference import present_bare, present_reference

PRESENTERS: Final[dict[type[Any], Callable[[Any, PresenterInput], Presentation]]] = {
    ClassScores: present_class_scores,
    Entities: present_entities,
    Answers: present_answers,
    GeneratedText: present_generated,
    FilledMasks: present_filled_masks,
}


def present(inputs: PresenterInput) -> Presentation:
    """How a cell's content is shown: what the lane says, or else what it has written so far, or what is known."""
    content = inputs.content
    if content.partial is not None:
        return present_partial(content.partial, inputs)
    if content.prediction is not None:
        return PRESENTERS[type(content.prediction)](content.prediction, inputs)
    if content.is_reference and content.reference is not None:
        return present_reference(content.reference, inputs)
    return Presentation(ShownText("")) if content.writes else present_bare(inputs)
