"""The detectors' input: normalised as for every zoo network, at the picture's own size."""

from torch import Tensor
from torchvision.models.detection.transform import GeneralizedRCNNTransform

from granview.zoo.normalise import MEAN, STD


class NativeSize(GeneralizedRCNNTransform):  # type: ignore[misc]
    """Normalises pictures of 0..1 and pads them to one size; unlike torchvision's, it never resizes them.

    Args:
        multiple: What both sides are padded to a multiple of, in pixels.
    """

    def __init__(self, multiple: int) -> None:
        super().__init__(min_size=0, max_size=0, image_mean=list(MEAN), image_std=list(STD), size_divisible=multiple)

    def resize(self, image: Tensor, target: dict[str, Tensor] | None = None) -> tuple[Tensor, dict[str, Tensor] | None]:
        """The picture (3, H, W) and its target as they are."""
        return image, target
