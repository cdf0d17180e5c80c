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
from granview.models.images.label_maps import label_map, share_of_scores, softmax_of_highest


class ExportedSegmentation(ExportedPictures):
    """Logits or probabilities (N, classes, h, w), one value for each px, or the classes themselves (N, h, w)."""

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
        how = softmax_of_highest if kind == "logits" else share_of_scores
        return ModelOutput(label_map(self._checked(frames), fit.size, how if params.confidence else None))

    def _frames(self, values: Tensor, kind: str) -> Tensor:
        if len(values) > 1:
            return values
        return torch.cat([torch.zeros_like(values) if kind == "logits" else 1 - values, values])

    def _classes(self, values: Tensor, fit: Fit, params: RunParams) -> ModelOutput:
        flat = values[0] if values.ndim == 3 else values
        near = interpolate(flat[None, None].float(), size=fit.size, mode="nearest-exact")[0, 0]
        highest = int(near.max())
        if highest >= len(self.facts.labels) or int(near.min()) < 0:
            raise ModelError(
                f"The network says class {highest}, but {len(self.facts.labels)} are named.", "Correct output.classes."
            )
        return ModelOutput(LabelMap(near.numpy().astype(np.uint8 if highest < 256 else np.uint16)))

    def _checked(self, frames: Tensor) -> Tensor:
        if len(frames) != len(self.facts.labels):
            raise ModelError(
                f"The network gives {len(frames)} classes, but {len(self.facts.labels)} are named.",
                "Correct output.classes in its description.",
            )
        return frames
