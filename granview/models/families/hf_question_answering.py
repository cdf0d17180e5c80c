"""Models that find answers in a context, among transformers' models."""

from granview.core.lane import LaneSpec
from granview.models.base import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.question_answering import QuestionAnswering
from granview.models.source import Found
from granview.models.text_family import TextFamily
from granview.models.text_loading import load_text


class HfQuestionAnsweringFamily(TextFamily):
    """Models behind transformers' auto class for this task."""

    task = "question-answering"

    def load(self, found: Found, spec: LaneSpec, placement: Placement, progress: Progress) -> QuestionAnswering:
        """The model and its tokenizer."""
        loaded = load_text(self.task, found, spec, placement)
        return QuestionAnswering(loaded.network, loaded.tokenizer, loaded.facts, spec, placement)


FAMILIES.register("hf-question-answering")(HfQuestionAnsweringFamily())
