"""FSRCNN (Dong et al., 2016, arXiv:1608.00367): a few thin convolutions, and one transposed one that enlarges."""

from typing import Final

import torch
from torch import Tensor, nn

from granview.zoo.super_resolution.enlarge import enlarge

LUMA: Final = (0.299, 0.587, 0.114)
"""Weights of R, G and B in the luminance of BT.601."""


def _layer(channels_in: int, channels_out: int, side: int) -> nn.Sequential:
    """Convolution and PReLU at the same size."""
    return nn.Sequential(nn.Conv2d(channels_in, channels_out, side, padding=side // 2), nn.PReLU(channels_out))


class Fsrcnn(nn.Module):
    """Enlarges the luminance. As in the paper, colour is left to bicubic interpolation.

    Unlike there, what the network makes is added to the bicubic picture (as in VDSR, Kim et al., 2016,
    arXiv:1511.04587), so that a short training starts from it.

    Args:
        scale: Factor of width and height.
        features: Channels of the first and the last layers, d in the paper.
        shrunk: Channels of the layers between, s in the paper.
        depth: Number of 3x3 layers between, m in the paper.
    """

    luma: Tensor

    def __init__(self, scale: int, features: int, shrunk: int, depth: int) -> None:
        super().__init__()
        self.scale = scale
        self.register_buffer("luma", torch.tensor(LUMA).view(1, 3, 1, 1), persistent=False)
        self.body = nn.Sequential(
            _layer(1, features, 5),
            _layer(features, shrunk, 1),
            *(_layer(shrunk, shrunk, 3) for _ in range(depth)),
            _layer(shrunk, features, 1),
        )
        self.raise_ = nn.ConvTranspose2d(features, 1, 9, stride=scale, padding=4, output_padding=scale - 1)
        nn.init.normal_(self.raise_.weight, std=0.001)
        nn.init.zeros_(self.raise_.bias)  # type: ignore[arg-type]

    def forward(self, image: Tensor) -> Tensor:
        """(N, 3, h, w) float32 RGB in 0..1 -> (N, 3, scale h, scale w), about 0..1, any h and w."""
        luminance = (image * self.luma).sum(1, keepdim=True)
        detail: Tensor = self.raise_(self.body(luminance))
        return enlarge(image, self.scale) + detail
