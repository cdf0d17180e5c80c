"""Where in a context the answer to a question stands."""

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from granview.core.errors import InputError, NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import ModelOutput
from granview.models.device import Placement
from granview.models.finite import require_finite
from granview.models.texts.answer_spans import WindowLogits, ranked
from granview.models.texts.encoder_adapter import UnderstandingAdapter, rows_of
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.text_cleaning import readable
from granview.models.texts.token_classification import require_offsets
from granview.models.texts.tokens import Tokens
from granview.models.texts.trimmed_spans import trimmed, with_marks

_CONTEXT: Final = 1
_SPARE: Final = 4
"""How many more spans are ranked than kept: some differ by white space alone, and are one answer."""

_ALWAYS_ANSWERS: Final = re.compile(r"squad(?!.{0,2}2)", re.IGNORECASE)
"""Names of models trained on SQuAD v1, in which every question has an answer."""


class QuestionAnswering(UnderstandingAdapter):
    """A network that gives start and end logits (N, T) for pairs of a question and a context.

    Windows of a long context overlap, and each answer has the highest of its logits. A model may say that there is no
    answer, by its first token, unless its name says that it was trained on SQuAD v1.

    Attributes:
        may_be_none: Whether the model can say that the context does not answer the question.

    Raises:
        UnsupportedModel: the tokenizer cannot tell where its tokens stand in a text.
    """

    task = "question-answering"
    joined = "an answer has its highest score among them"
    reads = ("question",)
    outputs = ("start_logits", "end_logits")

    def __init__(
        self, network: nn.Module, tokenizer: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, tokenizer, facts, spec, placement)
        require_offsets(self.tokenizing.has_offsets, tokenizer)
        self.may_be_none = tokenizer.cls_token_id is not None and not _ALWAYS_ANSWERS.search(_short(spec.model))

    def long_text(self, tokens: Tokens) -> int:
        """The context is cut, never the question."""
        return _CONTEXT

    def prepared(self, sample_input: TextInput, params: RunParams) -> PreparedText:
        """The question's and the context's tokens.

        Raises:
            InputError: there is no question, or no room beside it.
        """
        if not (sample_input.question or "").strip():
            raise InputError("There is no question.", "Give the sample a question; its text is the context.")
        return super().prepared(sample_input, params)

    def postprocess(
        self, output: Any, subjects: Sequence[TextInput], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """The best answers and the probability that there is none."""
        batch, outputs = output
        with self.beside_the_next_pass():
            starts, ends = (
                [[row.cpu() for row in rows] for rows in rows_of(batch, outputs, name)] for name in self.outputs
            )

        def output_of(sample_input: TextInput, text: PreparedText, *logits: list[Tensor]) -> ModelOutput:
            windows = self._windows(text, *logits)
            return ModelOutput(_answers(sample_input.text, windows, text, params, self.may_be_none), text.notices)

        return self.of_each(output_of, subjects, batch.texts, starts, ends)

    def _windows(self, text: PreparedText, starts: list[Tensor], ends: list[Tensor]) -> list[WindowLogits]:
        found = []
        for window, *logits in zip(text.windows, starts, ends, strict=True):
            places = window.indices(len(text.tokens))
            start, end = (require_finite(side[: len(places)]).numpy() for side in logits)
            inside = text.tokens.part[places] == _CONTEXT
            found.append(WindowLogits(start, end, places, inside, self._none_at(text.tokens, places)))
        return found

    def _none_at(self, tokens: Tokens, places: NDArray[np.int64]) -> int:
        """Place in a window of the token that stands for the whole; the first one where there is none."""
        stands = self.tokenizer.cls_token_id
        return 0 if stands is None else int(np.argmax(tokens.id_array[places] == stands))

    def _tokens_of(self, sample_input: TextInput) -> Tokens:
        return self.tokenizing.tokens(readable(sample_input.question or "")[0], readable(sample_input.text)[0])


def _short(model: str) -> str:
    """The last part of a model's source: the name of a repository or a folder, without its revision."""
    return re.split(r"[/\\]", model.partition("@")[0].rstrip("/\\"))[-1]


def _answers(
    context: str, windows: list[WindowLogits], text: PreparedText, params: RunParams, may_be_none: bool
) -> Answers:
    keep = params.text.candidates
    best = ranked(windows, params.text.max_answer_tokens, _SPARE * keep, may_be_none)
    where = text.tokens.offsets
    scores: dict[tuple[int, int], float] = {}
    for (first, last), score in zip(best.spans, best.scores.tolist(), strict=True):
        span = trimmed(context, int(where[first, 0]), with_marks(context, int(where[last, 1])))
        if context[slice(*span)].strip():
            scores.setdefault(span, score)
    kept = list(scores)[:keep]
    return Answers(offsets(kept), np.array([scores[span] for span in kept], np.float32), best.no_answer)
