"""U-Net (Ronneberger et al., 2015, arXiv:1505.04597) with group normalisation and padded convolutions."""

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn

from granview.zoo.nets.blocks import ConvNormAct, pad_to_multiple, upsample


class DoubleConv(nn.Sequential):
    """Two 3x3 convolutions; the first may stride: (N, in, H, W) -> (N, out, H/stride, W/stride)."""

    def __init__(self, in_channels: int, out_channels: int, stride: int = 1) -> None:
        super().__init__(
            ConvNormAct(in_channels, out_channels, stride),
            ConvNormAct(out_channels, out_channels),
        )


class UpBlock(nn.Module):
    """Doubles the resolution by a 2x2 up-convolution, joins the skip connection and convolves twice."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.raise_ = nn.ConvTranspose2d(in_channels, out_channels, 2, stride=2)
        self.conv = DoubleConv(2 * out_channels, out_channels)

    def forward(self, deep: Tensor, skip: Tensor) -> Tensor:
        """Joins (N, in, h, w) with (N, out, 2h, 2w) into (N, out, 2h, 2w)."""
        out: Tensor = self.conv(torch.cat((self.raise_(deep), skip), dim=1))
        return out


class UNet(nn.Module):
    """Encoder and decoder with skip connections, of any depth and width.

    Args:
        num_labels: Number of output channels.
        widths: Channels per level, from the finest to the deepest.
        stem_stride: Stride of the first convolution. At 1 the finest level sees every pixel; at 2 the network
            computes at half the resolution and its logits are upsampled, which is the usual economy of small models.
    """

    def __init__(self, num_labels: int, widths: Sequence[int], stem_stride: int = 1) -> None:
        super().__init__()
        self.multiple = stem_stride * 2 ** (len(widths) - 1)
        self.stem = DoubleConv(3, widths[0], stem_stride)
        self.down = nn.ModuleList(DoubleConv(shallow, deep, stride=2) for shallow, deep in pairwise(widths))
        self.up = nn.ModuleList(UpBlock(deep, shallow) for shallow, deep in reversed(list(pairwise(widths))))
        self.head = nn.Conv2d(widths[0], num_labels, 1)

    def forward(self, image: Tensor) -> Tensor:
        """Logits at the input's size: (N, 3, H, W) normalised -> (N, num_labels, H, W), any H and W."""
        height, width = image.shape[-2:]
        padded = pad_to_multiple(image, self.multiple)
        logits = upsample(self.head(self.features(padded)), (padded.shape[-2], padded.shape[-1]))
        return logits[..., :height, :width]

    def features(self, padded: Tensor) -> Tensor:
        """What the head sees: (N, 3, H, W), sides multiples of `multiple` -> (N, widths[0], H/stride, W/stride)."""
        levels = [self.stem(padded)]
        for down in self.down:
            levels.append(down(levels[-1]))
        features: Tensor = levels.pop()
        for up in self.up:
            features = up(features, levels.pop())
        return features
