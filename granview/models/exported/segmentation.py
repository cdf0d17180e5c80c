"""Label maps from an exported network."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import interpolate

from granview.core.errors import ModelError, NotFinite
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.models.adapter import ModelOutput, Size
from granview.models.exported.picture_adapter import ExportedPictures, Outputs
from granview.models.exported.picture_input import Fit
from granview.models.images.class_values import ClassValues
from granview.models.images.image_processor import Resizing
from granview.models.images.label_maps import Probability, label_map, share_of_scores, softmax_of_highest


class ExportedSegmentation(ExportedPictures, ClassValues):
    """Logits or probabilities (N, classes, h, w), one value for each px, or the classes themselves (N, h, w)."""

    @property
    def resizing(self) -> Resizing:
        """As the description of the input says."""
        how = self.description.input
        return Resizing(how.size is not None, how.size, how.resize == "crop" and how.size is not None)

    @property
    def probability(self) -> Probability:
        """How the highest of a px's values becomes the confidence in its class."""
        return softmax_of_highest if self.description.output.kind == "logits" else share_of_scores

    def class_values(self, output: Outputs, place: int) -> Tensor:
        """What one picture's px have for each class, (classes, h, w): 1 for the class where the network says but that.

        Args:
            output: What ``forward`` gave.
            place: The picture's place in the batch.
        """
        outputs, fits = output
        kind: Any = self.description.output.kind
        values = fits[place].plane(self.read(outputs)[place])
        if kind == "label-map":
            size = int(values.shape[-2]), int(values.shape[-1])
            shown = torch.from_numpy(self._shown(values, size).labels.astype(np.int64))
            return torch.nn.functional.one_hot(shown, len(self.facts.labels)).permute(2, 0, 1).float()
        return self._checked(self._frames(values[None] if values.ndim == 2 else values, kind))

    def postprocess(
        self, output: Outputs, subjects: Sequence[Size], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """Label maps at the pictures' own sizes."""
        outputs, fits = output
        says = self._classes if self.description.output.kind == "label-map" else self._highest
        with self.beside_the_next_pass():
            return self.of_each(lambda one, fit: says(fit.plane(one), fit, params), self.read(outputs), fits)

    def _highest(self, values: Tensor, fit: Fit, params: RunParams) -> ModelOutput:
        """Of classes that exclude each other the highest; a single class is there where its value is above the rest."""
        kind: Any = self.description.output.kind
        frames = self._frames(values[None] if values.ndim == 2 else values, kind)
        how = self.probability if params.confidence else None
        return ModelOutput(label_map(self._checked(frames), fit.size, how))

    def _frames(self, values: Tensor, kind: str) -> Tensor:
        if len(values) > 1:
            return values
        return torch.cat([torch.zeros_like(values) if kind == "logits" else 1 - values, values])

    def _classes(self, values: Tensor, fit: Fit, params: RunParams) -> ModelOutput:
        return ModelOutput(self._shown(values, fit.size))

    def _shown(self, values: Tensor, size: Size) -> LabelMap:
        flat = values[0] if values.ndim == 3 else values
        near = interpolate(flat[None, None].float(), size=size, mode="nearest-exact")[0, 0]
        highest = int(near.max())
        if highest >= len(self.facts.labels) or int(near.min()) < 0:
            raise ModelError(
                f"The network says class {highest}, but {len(self.facts.labels)} are named.", "Correct output.classes."
            )
        return LabelMap(near.numpy().astype(np.uint8 if highest < 256 else np.uint16))

    def _checked(self, frames: Tensor) -> Tensor:
        if len(frames) != len(self.facts.labels):
            raise ModelError(
                f"The network gives {len(frames)} classes, but {len(self.facts.labels)} are named.",
                "Correct output.classes in its description.",
            )
        return frames
