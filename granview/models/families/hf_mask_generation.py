"""SAM and its kin of transformers: SAM, SAM-HQ, SAM 2, EdgeTAM, and the tracker of SAM 3; asked by points and boxes."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.core.predictions.prompted_masks import PROMPTED
from granview.core.prompt import ObjectPrompt
from granview.io.model_config import read_config
from granview.models.adapter import Progress, SampleInput, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.embeddings import Embedding
from granview.models.images.prompted_adapter import DecodedMasks, PromptedAdapter, PromptedPicture, no_masks
from granview.models.loading.pretrained import load_hf, load_joint_processor
from granview.models.loading.source import ResolvedSource

_PADDING: Final = -10
"""The label of a point that stands in for one that is not there, as transformers' processors have it."""

_AT_ONCE: Final = 32
"""So many objects go through the decoder at a time."""


class HfMaskGeneration(PromptedAdapter):
    """A SAM with its processor.

    For a single point the model gives three masks, of which the one counts that it finds best; for all that says more
    it gives one, as its papers have it.
    """

    def __init__(
        self, network: nn.Module, processor: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.processor = processor

    def prepared(self, sample_input: SampleInput) -> Embedding:
        """Pixels as its processor makes them; a point in the picture's corner tells how coordinates are scaled."""
        pixels = sample_input.main if sample_input.main.flags.writeable else np.array(sample_input.main)
        height, width, _ = pixels.shape
        made = self.processor(images=pixels, input_points=[[[[width, height]]]], return_tensors="pt")
        corner = made.pop("input_points").flatten().tolist()
        made.pop("input_labels", None)
        sizes = {name: made[name] for name in ("original_sizes", "reshaped_input_sizes") if name in made}
        return Embedding(made["pixel_values"], (corner[0] / width, corner[1] / height), sizes)

    def encoded(self, network: Any, pixels: Tensor) -> Any:
        """The image encoder's features; SAM-HQ gives those of its early layers too."""
        return network.get_image_embeddings(pixels.to(self.device, self.dtype))

    def decoded(self, network: Any, picture: PromptedPicture) -> DecodedMasks:
        """Masks for objects that are asked for alike, some at a time, in the order of the prompts."""
        found: dict[int, tuple[Tensor, Tensor]] = {}
        for places in _alike(picture.prompts):
            for start in range(0, len(places), _AT_ONCE):
                some = places[start : start + _AT_ONCE]
                masks, scores = self._decoded(network, picture, [picture.prompts[place] for place in some])
                found.update(zip(some, zip(masks, scores, strict=True), strict=True))
        if not found:
            return no_masks(picture, self.device)
        order = sorted(found)
        logits, scores = (torch.stack(column) for column in zip(*(found[place] for place in order), strict=True))
        return DecodedMasks(picture, logits, scores, order)

    def _decoded(
        self, network: Any, picture: PromptedPicture, prompts: Sequence[ObjectPrompt]
    ) -> tuple[Tensor, Tensor]:
        """(n, h, w) mask logits and (n,) scores for n objects that are asked for by as many points and boxes."""
        is_ambiguous = len(prompts[0].points) == 1 and prompts[0].box_xyxy is None
        output = network(
            **_features(picture.embedding.features),
            **self._tensors(prompts, picture.embedding.scale_xy),
            multimask_output=is_ambiguous,
        )
        masks, scores = output.pred_masks[0], output.iou_scores[0]
        best = scores.argmax(dim=1)
        rows = torch.arange(len(prompts), device=masks.device)
        return masks[rows, best], scores[rows, best]

    def _tensors(self, prompts: Sequence[ObjectPrompt], scale_xy: tuple[float, float]) -> dict[str, Tensor]:
        """Points (1, n, k, 2) with labels (1, n, k), and boxes (1, n, 4), in the model's own coordinates."""
        scale = torch.tensor(scale_xy, dtype=torch.float32)
        tensors: dict[str, Tensor] = {}
        if prompts[0].points:
            points = torch.tensor([[(point.x_px, point.y_px) for point in one.points] for one in prompts])
            labels = torch.tensor([[int(point.adds) for point in one.points] for one in prompts])
            tensors |= {"input_points": (points.float() * scale)[None], "input_labels": labels[None]}
        if prompts[0].box_xyxy is not None:
            boxes = torch.tensor([one.box_xyxy for one in prompts])
            tensors["input_boxes"] = (boxes.float() * scale.repeat(2))[None]
        return {name: self._on_device(tensor) for name, tensor in tensors.items()}

    def _on_device(self, tensor: Tensor) -> Tensor:
        return tensor.to(self.device, self.dtype if tensor.is_floating_point() else None)

    def at_picture_size(self, logits: Tensor, picture: PromptedPicture, size: Size) -> Tensor:
        """As its processor does: padding cut off, then upsampled bilinearly."""
        found: Tensor = self.processor.post_process_masks([logits[:, None]], **picture.embedding.sizes, binarize=False)[
            0
        ]
        return found[:, 0]


def _alike(prompts: Sequence[ObjectPrompt]) -> Iterator[list[int]]:
    """The places of prompts that have as many points and a box or none; those with neither are passed over."""
    groups: dict[tuple[int, bool], list[int]] = {}
    for place, prompt in enumerate(prompts):
        if prompt.points or prompt.box_xyxy is not None:
            groups.setdefault((len(prompt.points), prompt.box_xyxy is not None), []).append(place)
    yield from groups.values()


def _features(features: Any) -> dict[str, Any]:
    """The encoder's features as the model takes them back."""
    if isinstance(features, tuple) and len(features) == 2 and isinstance(features[1], list):
        return {"image_embeddings": features[0], "intermediate_embeddings": features[1]}
    return {"image_embeddings": features}


class HfMaskGenerationFamily(Family):
    """Folders with the transformers config of a model for mask generation."""

    task = "mask-generation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether transformers knows the config's model type as one of these."""
        return resolved.folder is not None and read_config(resolved.folder).get("model_type") in _known()

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfMaskGeneration:
        """The model and its processor."""
        from transformers import AutoModelForMaskGeneration

        network, facts, processor = load_hf(
            AutoModelForMaskGeneration,
            resolved,
            spec,
            placement,
            processor_of=load_joint_processor,
            labels_of=lambda _: (PROMPTED, ()),
        )
        return HfMaskGeneration(network, processor, facts, spec, placement)


def _known() -> frozenset[str]:
    from transformers.models.auto.modeling_auto import MODEL_FOR_MASK_GENERATION_MAPPING_NAMES

    return frozenset(MODEL_FOR_MASK_GENERATION_MAPPING_NAMES)


FAMILIES.register("hf-mask-generation")(HfMaskGenerationFamily())
