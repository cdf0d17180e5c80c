"""Depth networks of transformers: Depth Anything, DPT and MiDaS, ZoeDepth, Depth Pro, GLPN and their like."""

from collections.abc import Hashable, Sequence
from types import SimpleNamespace
from typing import Any, Final

import msgspec
from torch import Tensor, nn

from granview.core.errors import NotFinite, UnsupportedModel
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.predictions.depth_map import DepthMap
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.core.task_traits.depth_estimation import BY_CONFIG
from granview.io.model_config import config_if_any
from granview.models.adapter import DEFAULT_PARAMS, Image, ModelOutput, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.finite import require_numbers
from granview.models.images.depth_kinds import KnownKind, depth_kind
from granview.models.images.image_processor import processed, size_key
from granview.models.loading.pretrained import load_processor, load_unlabelled
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import check_head, is_transformers
from granview.models.network_adapter import NetworkAdapter

TASK: Final = "depth-estimation"
_UNPROMPTED: Final = "This network can take a coarse depth map as a prompt; it is run without."


class HfDepthEstimation(NetworkAdapter[Image, Size]):
    """A model behind ``AutoModelForDepthEstimation``, with its own image processor.

    Agrees with the image processor's ``post_process_depth_estimation`` at the picture's size, in float32.
    """

    task = TASK

    def __init__(
        self,
        network: nn.Module,
        processor: Any,
        known: KnownKind,
        facts: ModelFacts,
        spec: LaneSpec,
        placement: Placement,
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.processor = processor
        self._known = known

    def batch_key(self, subject: Size) -> Hashable:
        """One key for all sizes where the image processor resizes to a fixed size; else the size itself."""
        return size_key(self.processor, *subject)

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 pictures to (N, 3, h, w) float32, by the model's own image processor."""
        return self.pinned(processed(self.processor, sample_input)["pixel_values"])

    def call(self, network: Any, batch: Tensor) -> Any:
        """What the network returns for a batch from ``preprocess``."""
        return network(batch.to(self.device, self.dtype, non_blocking=True))

    def batch_length(self, batch: Tensor) -> int:
        """Pictures in a batch."""
        return len(batch)

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """Depth maps at the pictures' own sizes."""
        views = getattr(output, "field_of_view", None)
        with self.beside_the_next_pass():
            return self.of_each(
                lambda depth, view, size: self._model_output(depth, view, size, params),
                output.predicted_depth.float(),
                [None] * len(subjects) if views is None else views.float(),
                subjects,
            )

    def _model_output(self, depth: Tensor, view: Tensor | None, size: Size, params: RunParams) -> ModelOutput:
        one = SimpleNamespace(
            predicted_depth=require_numbers(depth)[None], field_of_view=None if view is None else view[None]
        )
        # The second argument is that of sizes, whatever it is called.
        [resized] = self.processor.post_process_depth_estimation(one, [size])
        values = require_numbers(resized["predicted_depth"]).cpu().numpy().reshape(size)
        chosen = task_params(TASK, params)["depth_kind"]
        is_told = chosen == BY_CONFIG
        kind = self._known.kind if is_told else chosen
        return ModelOutput(DepthMap(values, kind), self._known.notices if is_told else ())


class HfDepthEstimationFamily(Family):
    """Folders with a transformers config."""

    task = TASK

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder."""
        return resolved.folder is not None and is_transformers(config_if_any(resolved.folder))

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfDepthEstimation:
        """The model and its image processor.

        Raises:
            UnsupportedModel: it is another kind of model, or its image processor does not say what becomes of depth.
        """
        from transformers import AutoModelForDepthEstimation

        assert resolved.folder is not None
        check_head(config_if_any(resolved.folder), resolved.source.name, TASK)
        processor = load_processor(resolved.folder)
        if not hasattr(processor, "post_process_depth_estimation"):
            raise UnsupportedModel(
                f"The image processor in {resolved.folder} is a {type(processor).__name__}, which makes no depth map.",
                "Take the preprocessor_config.json of the model's original repository.",
            )
        libraries = ("torchvision", "transformers")
        network, facts = load_unlabelled(AutoModelForDepthEstimation, resolved, spec, placement, libraries)
        config: Any = network.config
        told = (_UNPROMPTED,) if config.model_type == "prompt_depth_anything" else ()
        facts = msgspec.structs.replace(facts, notices=(*facts.notices, *told))
        return HfDepthEstimation(network, processor, depth_kind(config), facts, spec, placement)


FAMILIES.register("hf-depth-estimation")(HfDepthEstimationFamily())
