"""Classes of a text as a whole, from a network's logits."""

from collections.abc import Sequence
from typing import Any

from torch import Tensor, nn, sigmoid, softmax, stack

from granview.core.errors import ModelError, NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.predictions.class_scores import ClassScores
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import ModelOutput
from granview.models.device import Placement
from granview.models.finite import require_finite
from granview.models.texts.encoder_adapter import UnderstandingAdapter, rows_of
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.text_cleaning import readable
from granview.models.texts.tokens import Tokens


class TextClassification(UnderstandingAdapter):
    """A network that gives logits (N, classes) for a batch of texts or pairs.

    Agrees with transformers' ``text-classification`` pipeline: softmax over classes that exclude each other; a sigmoid
    each where the config's ``problem_type`` is ``multi_label_classification`` or there is one class. The logits of the
    windows of a long text are averaged before that.
    """

    task = "text-classification"
    joined = "their logits are averaged"
    reads = ("pair",)

    def __init__(
        self, network: nn.Module, tokenizer: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, tokenizer, facts, spec, placement)
        config: Any = self.network.config
        self.multi_label = config.problem_type == "multi_label_classification" or len(facts.labels) == 1
        of_text = config.get_text_config()
        if getattr(of_text, "pad_token_id", None) is None:
            of_text.pad_token_id = self.pad_id

    def postprocess(
        self, output: Any, subjects: Sequence[TextInput], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """Probabilities in the order of the lane's label set."""
        batch, outputs = output
        with self.beside_the_next_pass():
            logits = stack([stack(rows).mean(0) for rows in rows_of(batch, outputs)]).cpu()
            return self.of_each(self._model_output, self._checked(logits), batch.texts)

    def _model_output(self, logits: Tensor, text: PreparedText) -> ModelOutput:
        return ModelOutput(
            ClassScores(self._probabilities(require_finite(logits)).numpy(), self.multi_label), text.notices
        )

    def _tokens_of(self, sample_input: TextInput) -> Tokens:
        pair = sample_input.pair
        return self.tokenizing.tokens(readable(sample_input.text)[0], None if pair is None else readable(pair)[0])

    def _probabilities(self, logits: Tensor) -> Tensor:
        return sigmoid(logits) if self.multi_label else softmax(logits, -1)

    def _checked(self, logits: Tensor) -> Tensor:
        if logits.shape[-1] != len(self.facts.labels):
            raise ModelError(
                f"The model gives {logits.shape[-1]} classes, but its config names {len(self.facts.labels)}.",
                "Correct id2label in config.json.",
            )
        return logits
