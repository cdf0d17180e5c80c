"""Classes of a picture from an exported network."""

from collections.abc import Sequence

from torch import Tensor, sigmoid, softmax

from granview.core.errors import ModelError, NotFinite
from granview.core.predictions.class_scores import ClassScores
from granview.core.run_params import RunParams
from granview.models.adapter import ModelOutput, Size
from granview.models.exported.picture_adapter import ExportedPictures, Outputs
from granview.models.finite import require_finite


class ExportedClassification(ExportedPictures):
    """Logits or probabilities (N, classes)."""

    def postprocess(
        self, output: Outputs, subjects: Sequence[Size], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """Probabilities in the order of the description's classes."""
        with self.beside_the_next_pass():
            return self.of_each(self._model_output, self.read(output[0]).float().cpu())

    def _model_output(self, values: Tensor) -> ModelOutput:
        finite, own = require_finite(values.flatten()), self.description.output
        if len(finite) != len(self.facts.labels):
            raise ModelError(
                f"The network gives {len(finite)} classes, but {len(self.facts.labels)} are named.",
                "Correct output.classes in its description.",
            )
        if own.kind == "logits":
            finite = sigmoid(finite) if own.multi_label else softmax(finite, -1)
        return ModelOutput(ClassScores(finite.numpy(), own.multi_label))
