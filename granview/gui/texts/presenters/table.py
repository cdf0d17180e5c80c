"""Which presenter shows which type of prediction: one line per type."""

from collections.abc import Callable
from typing import Any, Final

from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.gui.texts.presentation import Presentation
from granview.gui.texts.presenters.answers import present_answers
from granview.gui.texts.presenters.class_scores import present_class_scores
from granview.gui.texts.presenters.entities import present_entities
from granview.gui.texts.presenters.filled_masks import present_filled_masks
from granview.gui.texts.presenters.generated_text import present_generated, present_partial
from granview.gui.texts.presenters.given import Given
from granview.gui.texts.presenters.reference import present_bare, present_reference
from granview.gui.texts.shown_text import ShownText

PRESENTERS: Final[dict[type[Any], Callable[[Any, Given], Presentation]]] = {
    ClassScores: present_class_scores,
    Entities: present_entities,
    Answers: present_answers,
    GeneratedText: present_generated,
    FilledMasks: present_filled_masks,
}


def present(given: Given) -> Presentation:
    """How a cell's content is shown: what the lane says, or else what it has written so far, or what is known."""
    content = given.content
    if content.partial is not None:
        return present_partial(content.partial, given)
    if content.prediction is not None:
        return PRESENTERS[type(content.prediction)](content.prediction, given)
    if content.is_reference and content.reference is not None:
        return present_reference(content.reference, given)
    return Presentation(ShownText("")) if content.writes else present_bare(given)
