"""Super-resolution networks of transformers: Swin2SR."""

from typing import Any

from torch import Tensor, nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.io.model_config import config_if_any
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.restoration import TASK
from granview.models.images.restoration_adapter import RestorationAdapter, RestorationTraits
from granview.models.loading.pretrained import load_processor, load_unlabelled
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import check_head, is_transformers


class HfImageToImage(RestorationAdapter):
    """A model behind ``AutoModelForImageToImage``.

    Its image processor pads pictures, also those whose sides need no padding, and transformers gives the padding back
    enlarged (huggingface/transformers#46697); here it is padded in the same way, and cut to the picture times the
    scale. So what is left agrees with transformers, px for px, in float32.
    """

    def __init__(
        self,
        network: nn.Module,
        facts: ModelFacts,
        spec: LaneSpec,
        placement: Placement,
        traits: RestorationTraits,
        divisor_px: int,
    ) -> None:
        super().__init__(network, facts, spec, placement, traits)
        self._divisor_px = divisor_px

    def restored(self, network: Any, pixels: Tensor) -> Tensor:
        """The reconstruction in transformers' output, without what was padded."""
        height, width = pixels.shape[-2:]
        scale = self.traits.scale
        picture: Tensor = network(self._padded(pixels)).reconstruction
        return picture[..., : height * scale, : width * scale]

    def _padded(self, pixels: Tensor) -> Tensor:
        if not self._divisor_px:
            return pixels
        from torchvision.transforms.v2 import functional

        right, bottom = (self._divisor_px - side % self._divisor_px for side in (pixels.shape[-1], pixels.shape[-2]))
        padded: Tensor = functional.pad(pixels, [0, 0, right, bottom], padding_mode="symmetric")
        return padded


class HfImageToImageFamily(Family):
    """Folders with a transformers config."""

    task = TASK

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder."""
        return resolved.folder is not None and is_transformers(config_if_any(resolved.folder))

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfImageToImage:
        """The model, and how its image processor pads."""
        from transformers import AutoModelForImageToImage

        assert resolved.folder is not None
        check_head(config_if_any(resolved.folder), resolved.source.name, TASK)
        network, facts = load_unlabelled(AutoModelForImageToImage, resolved, spec, placement, ("transformers",))
        processor = load_processor(resolved.folder)
        config: Any = network.config
        scale = int(config.upscale) if config.upsampler else 1
        traits = RestorationTraits(scale, int(config.num_channels), int(config.window_size))
        divisor = int(processor.size_divisor) if getattr(processor, "do_pad", False) else 0
        return HfImageToImage(network, facts, spec, placement, traits, divisor)


FAMILIES.register("hf-image-to-image")(HfImageToImageFamily())
