"""The backbone of the zoo's detectors: a feature pyramid over a U-Net's levels."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from torch import Tensor, nn
from torchvision.ops import FeaturePyramidNetwork

from granview.zoo.nets.unet import DoubleConv, UpBlock

FINEST_STRIDE = 4


class UNetPyramid(nn.Module):
    """A U-Net down to stride 4 and up to it again, some deeper levels, and a feature pyramid over all of them.

    The pyramid is that of Lin et al. (2017, arXiv:1612.03144). The parts that a `UNet` has too are named alike, so
    that training may start from a trained U-Net of the same widths.

    Args:
        widths: Channels of the U-Net's levels, from the finest to the deepest.
        deeper: Channels of the levels below, each at half the resolution of the one before.
        out_channels: Channels of every level of the pyramid.
        stem_stride: Stride of the U-Net's first convolution.
    """

    def __init__(self, widths: Sequence[int], deeper: Sequence[int], out_channels: int, stem_stride: int = 1) -> None:
        super().__init__()
        strides = [stem_stride * 2**level for level in range(len(widths))]
        self.finest = strides.index(FINEST_STRIDE)
        self.out_channels = out_channels
        seen = list(widths[self.finest :])
        self.strides = strides[self.finest :] + [strides[-1] * 2**step for step in range(1, len(deeper) + 1)]
        self.stem = DoubleConv(3, widths[0], stem_stride)
        self.down = nn.ModuleList(DoubleConv(shallow, deep, stride=2) for shallow, deep in pairwise(widths))
        self.up = nn.ModuleList(UpBlock(deep, shallow) for shallow, deep in reversed(list(pairwise(seen))))
        self.deeper = nn.ModuleList(
            DoubleConv(shallow, deep, stride=2) for shallow, deep in pairwise((widths[-1], *deeper))
        )
        self.pyramid = FeaturePyramidNetwork([*seen, *deeper], out_channels)

    def forward(self, image: Tensor) -> dict[str, Tensor]:
        """Features by level: (N, 3, H, W) normalised, both sides multiples of the deepest stride.

        Returns:
            From "0", at stride 4, to the deepest: (N, out_channels, H/stride, W/stride) each.
        """
        levels = [self.stem(image)]
        for down in self.down:
            levels.append(down(levels[-1]))
        features = levels.pop()
        seen = [features]
        for up in self.up:
            seen.insert(0, up(seen[0], levels.pop()))
        for down in self.deeper:
            features = down(features)
            seen.append(features)
        found: dict[str, Tensor] = self.pyramid({str(level): each for level, each in enumerate(seen)})
        return found

    def start_from(self, unet: Mapping[str, Tensor]) -> None:
        """Takes over the weights that a trained U-Net of the same widths has for the same parts.

        Levels finer than the pyramid's, which cost the most, then stay as they are.
        """
        own = self.state_dict()
        shared = {name: tensor for name, tensor in unet.items() if name in own}
        self.load_state_dict({**own, **shared})
        for level in (self.stem, *self.down)[: self.finest]:
            level.requires_grad_(False)
