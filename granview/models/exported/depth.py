"""Depth maps from an exported network."""

from collections.abc import Sequence

from torch import Tensor
from torch.nn.functional import interpolate

from granview.core.errors import NotFinite
from granview.core.predictions.depth_map import DepthMap
from granview.core.run_params import RunParams
from granview.core.task_param import ParamValue
from granview.core.task_trait import task_params
from granview.core.task_traits.depth_estimation import BY_CONFIG
from granview.models.adapter import ModelOutput, Size
from granview.models.exported.picture_adapter import ExportedPictures, Outputs
from granview.models.exported.picture_input import Fit
from granview.models.finite import require_numbers


class ExportedDepth(ExportedPictures):
    """One value for each px, (N, h, w) or (N, 1, h, w)."""

    def postprocess(
        self, output: Outputs, subjects: Sequence[Size], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """Depth maps at the pictures' own sizes, resized bilinearly."""
        outputs, fits = output
        chosen: ParamValue = task_params(self.task, params)["depth_kind"]
        with self.beside_the_next_pass():
            return self.of_each(
                lambda values, fit: self._model_output(fit.plane(values), fit, chosen), self.read(outputs).float(), fits
            )

    def _model_output(self, values: Tensor, fit: Fit, chosen: ParamValue) -> ModelOutput:
        plane = require_numbers(values).reshape(1, 1, *values.shape[-2:])
        resized = interpolate(plane, size=fit.size, mode="bilinear", align_corners=False)[0, 0]
        kind = self.description.output.depth if chosen == BY_CONFIG else chosen
        return ModelOutput(DepthMap(resized.cpu().numpy(), kind))  # type: ignore[arg-type]
