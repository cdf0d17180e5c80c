"""Models that find answers in a context, among transformers' models."""

from granview.core.lane import LaneSpec
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES
from granview.models.loading.pretrained import load_text
from granview.models.loading.source import ResolvedSource
from granview.models.texts.question_answering import QuestionAnswering
from granview.models.texts.text_family import TextFamily


class HfQuestionAnsweringFamily(TextFamily):
    """Models behind transformers' auto class for this task."""

    task = "question-answering"

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> QuestionAnswering:
        """The model and its tokenizer."""
        loaded = load_text(self.task, resolved, spec, placement)
        return QuestionAnswering(loaded.network, loaded.tokenizer, loaded.facts, spec, placement)


FAMILIES.register("hf-question-answering")(HfQuestionAnsweringFamily())
