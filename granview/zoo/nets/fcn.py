"""Fully convolutional network (Long et al., 2015, arXiv:1411.4038) with a single stride-8 output."""

from collections.abc import Sequence

from torch import Tensor, nn

from granview.zoo.nets.blocks import ConvNormAct, pad_to_multiple, upsample

STRIDE = 8


class Fcn(nn.Module):
    """Plain encoder to one eighth of the resolution, a small head, bilinear upsampling of the logits.

    Args:
        num_labels: Number of output channels.
        widths: Channels at strides 1, 2, 4 and 8.
        head_depth: Number of 3x3 convolutions at stride 8 after the encoder.
    """

    def __init__(self, num_labels: int, widths: Sequence[int], head_depth: int = 2) -> None:
        super().__init__()
        first, *deeper = widths
        layers: list[nn.Module] = [ConvNormAct(3, first)]
        for channels_in, channels_out in zip(widths, deeper, strict=False):
            layers += [ConvNormAct(channels_in, channels_out, stride=2), ConvNormAct(channels_out, channels_out)]
        layers += [ConvNormAct(widths[-1], widths[-1]) for _ in range(head_depth)]
        self.body = nn.Sequential(*layers)
        self.head = nn.Conv2d(widths[-1], num_labels, 1)

    def forward(self, image: Tensor) -> Tensor:
        """Logits at the input's size: (N, 3, H, W) normalised -> (N, num_labels, H, W), any H and W."""
        height, width = image.shape[-2:]
        padded = pad_to_multiple(image, STRIDE)
        logits = self.head(self.body(padded))
        return upsample(logits, (padded.shape[-2], padded.shape[-1]))[..., :height, :width]
