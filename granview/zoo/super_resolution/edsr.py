"""EDSR (Lim et al., 2017, arXiv:1707.02921): residual blocks without normalisation, enlarged by sub-pixels."""

import math

from torch import Tensor, nn

from granview.zoo.super_resolution.enlarge import enlarge

MEAN = 0.5


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions with a ReLU between them, added to the input: (N, C, H, W) -> the same."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(channels, channels, 3, padding=1),
        )

    def forward(self, features: Tensor) -> Tensor:
        """Adds what the block found."""
        found: Tensor = self.body(features)
        return features + found


def _doubling(channels: int) -> nn.Sequential:
    """(N, C, H, W) -> (N, C, 2H, 2W) by sub-pixels (Shi et al., 2016, arXiv:1609.05158)."""
    return nn.Sequential(nn.Conv2d(channels, 4 * channels, 3, padding=1), nn.PixelShuffle(2))


class Edsr(nn.Module):
    """Head, residual blocks, a long skip, sub-pixel layers.

    Unlike in the paper, the result is added to the bicubic picture, so that a short training starts from it.

    Args:
        scale: Factor of width and height, a power of two.
        channels: Width of all layers.
        blocks: Number of residual blocks.
    """

    def __init__(self, scale: int, channels: int, blocks: int) -> None:
        super().__init__()
        self.scale = scale
        self.head = nn.Conv2d(3, channels, 3, padding=1)
        self.body = nn.Sequential(
            *(ResidualBlock(channels) for _ in range(blocks)), nn.Conv2d(channels, channels, 3, padding=1)
        )
        doublings = range(int(math.log2(scale)))
        self.raise_ = nn.Sequential(*(_doubling(channels) for _ in doublings))
        self.tail = nn.Conv2d(channels, 3, 3, padding=1)
        nn.init.normal_(self.tail.weight, std=0.001)
        nn.init.zeros_(self.tail.bias)  # type: ignore[arg-type]

    def forward(self, image: Tensor) -> Tensor:
        """(N, 3, h, w) float32 RGB in 0..1 -> (N, 3, scale h, scale w), about 0..1, any h and w."""
        features = self.head(image - MEAN)
        detail: Tensor = self.tail(self.raise_(features + self.body(features)))
        return enlarge(image, self.scale) + detail
