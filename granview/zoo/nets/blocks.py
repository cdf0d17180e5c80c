"""Building blocks that the zoo's convolutional networks share."""

import torch
from torch import Tensor, nn
from torch.nn import functional

GROUP_CHANNELS = 8


class ConvNormAct(nn.Sequential):
    """3x3 convolution, group normalisation, ReLU: (N, in, H, W) -> (N, out, H/stride, W/stride).

    Groups of eight channels (Wu and He, 2018, arXiv:1803.08494). Batch statistics would mix microscope, road and
    surface in a small batch; with them the networks learnt markedly slower.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int = 1) -> None:
        super().__init__(
            nn.Conv2d(in_channels, out_channels, 3, stride=stride, padding=1, bias=False),
            nn.GroupNorm(max(out_channels // GROUP_CHANNELS, 1), out_channels),
            nn.ReLU(inplace=True),
        )


def pad_to_multiple(image: Tensor, multiple: int) -> Tensor:
    """Pads the right and the bottom by repeating the border, so that both sides divide by `multiple`.

    Args:
        image: (N, C, H, W) of any float dtype.
        multiple: Positive number of pixels.
    """
    height, width = image.shape[-2:]
    down, right = -height % multiple, -width % multiple
    return functional.pad(image, (0, right, 0, down), mode="replicate")


def upsample(features: Tensor, size: tuple[int, int]) -> Tensor:
    """Bilinear resampling of (N, C, h, w) to (N, C, *size), pixel centres aligned as in OpenCV."""
    if features.shape[-2:] == torch.Size(size):
        return features
    return functional.interpolate(features, size=size, mode="bilinear", align_corners=False)
