"""A model of one's own as a lane."""

from collections.abc import Hashable, Sequence
from typing import Any

from granview.core.errors import GranViewError, ModelError, NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost
from granview.core.readable_errors import first_line
from granview.core.run_params import RunParams
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, Adapter, ModelOutput, Watcher
from granview.models.own.returned import Declared, prediction_of


class OwnAdapter(Adapter[Any, Any]):
    """Hands samples to ``predict`` and makes predictions of what it returns.

    Args:
        model: An object with a method ``predict``.
        facts: What is known of it.
        spec: The lane's specification.
    """

    def __init__(self, model: Any, facts: ModelFacts, spec: LaneSpec) -> None:
        self.model = model
        self.facts = facts
        self.task = spec.task
        multi_label = bool(getattr(model, "multi_label", False))
        self._declared = Declared(facts.labels, multi_label, getattr(model, "depth", "metric"))

    def batch_key(self, subject: Any) -> Hashable:
        """Pictures of one size share a batch; any texts do."""
        return subject if isinstance(subject, tuple) else "text"

    def preprocess(self, sample_input: Sequence[Any], params: RunParams = DEFAULT_PARAMS) -> list[Any]:
        """Samples are given as they are."""
        return list(sample_input)

    def forward(self, batch: list[Any], watcher: Watcher = NO_WATCHER) -> list[Any]:
        """What ``predict`` returns.

        Raises:
            ModelError: it raises, or returns another number of things than it was given.
        """
        try:
            returned = list(self.model.predict(batch))
        except GranViewError:
            raise
        except Exception as error:
            words = f"predict raised {type(error).__name__}: {first_line(error)}."
            raise ModelError(words, "Mend the file, and allow it again.") from error
        if len(returned) != len(batch):
            raise ModelError(
                f"predict was given {len(batch)} samples and returned {len(returned)}.", "Return one thing for each."
            )
        return returned

    def synchronize(self) -> None:
        """Waits for a GPU, if the model has brought torch to one."""
        if self.facts.device != "cpu":
            import torch

            torch.cuda.synchronize(self.facts.device)

    def postprocess(
        self, output: list[Any], subjects: Sequence[Any], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """One prediction for each sample."""
        return [self._model_output(returned, subject) for returned, subject in zip(output, subjects, strict=True)]

    def _model_output(self, returned: Any, subject: Any) -> ModelOutput | NotFinite:
        try:
            return ModelOutput(prediction_of(self.task, returned, subject, self._declared))
        except NotFinite as error:
            return error

    def count_flops(self, batch: Any) -> int | None:
        """Not known."""
        return None

    def measured_cost(self) -> Cost:
        """Nothing that the process does not measure."""
        return Cost()
