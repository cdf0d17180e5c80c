"""A network with what only its training needs: the loss, and a second task that sentiment models learn beside."""

from typing import Any

from torch import Tensor, nn
from torch.nn import functional

from granview.zoo.distillation.teacher import Teacher
from granview.zoo.text_training.batches import TextBatch
from granview.zoo.text_training.text_model_kinds import IGNORED, NUM_JUDGEMENTS


def logits_of(network: nn.Module, batch: TextBatch) -> Tensor:
    """A batch's logits: (N, labels), (N, T, tags) or, with the targets fed in, (N, U, vocabulary)."""
    output = _forward(network, batch)
    logits: Tensor = output if isinstance(output, Tensor) else output.logits
    return logits


def _forward(network: nn.Module, batch: TextBatch, **options: Any) -> Any:
    """The network's own output."""
    inputs = {"input_ids": batch.input_ids, "attention_mask": batch.attention_mask}
    if getattr(getattr(network, "config", None), "is_encoder_decoder", False):
        inputs["labels"] = batch.labels
    return network(**inputs, **options)


def _cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean over the labels that count; logits (..., classes), labels (...)."""
    return functional.cross_entropy(logits.flatten(0, -2).float(), labels.flatten(), ignore_index=IGNORED)


class Learner(nn.Module):
    """A network and its loss.

    A transformer that classifies also learns, at the first token of every nested part, how that part judges: one
    label for a whole text teaches it too slowly what each word does. The layer for this is left behind afterwards.

    Args:
        network: What is trained.
        width: Width of the hidden states that the second task reads; 0 for no second task.
        teacher: A larger model that is heeded besides the references; it is no part of what learns.
    """

    def __init__(self, network: nn.Module, width: int = 0, teacher: Teacher | None = None) -> None:
        super().__init__()
        self.network, self.teacher = network, teacher
        self.judge = nn.Linear(width, NUM_JUDGEMENTS) if width else None

    def forward(self, batch: TextBatch) -> Tensor:
        """The loss of a batch, a scalar."""
        if self.judge is None or batch.judgements is None:
            return self._of_labels(logits_of(self.network, batch), batch)
        output = _forward(self.network, batch, output_hidden_states=True)
        parts = _cross_entropy(self.judge(output.hidden_states[-1]), batch.judgements)
        return self._of_labels(output.logits, batch) + parts

    def _of_labels(self, logits: Tensor, batch: TextBatch) -> Tensor:
        """The loss of the labels, and of the teacher's soft targets for each of them."""
        hard = _cross_entropy(logits, batch.labels)
        if self.teacher is None:
            return hard
        targets = self.teacher.outputs(lambda network: logits_of(network, batch))
        counted = batch.labels != IGNORED
        return self.teacher.blended_with_soft_targets(hard, logits[counted], targets[counted])
