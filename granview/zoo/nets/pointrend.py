"""PointRend (Kirillov et al., 2020, arXiv:1912.08193): a U-Net whose uncertain pixels are decided once more."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from granview.zoo.nets.blocks import pad_to_multiple, upsample
from granview.zoo.nets.points import label_at, most_uncertain_pixels, sample_at, training_points
from granview.zoo.nets.unet import DoubleConv, UNet


class PointHead(nn.Module):
    """A perceptron that all points share; each of its layers sees the coarse prediction again.

    Args:
        fine_channels: Channels of the fine features.
        num_labels: Channels of the coarse prediction and of the output.
        width: Channels of the hidden layers.
        depth: Number of hidden layers.
    """

    def __init__(self, fine_channels: int, num_labels: int, width: int, depth: int) -> None:
        super().__init__()
        inputs = [fine_channels, *(width for _ in range(depth - 1))]
        self.layers = nn.ModuleList(nn.Conv1d(channels + num_labels, width, 1) for channels in inputs)
        self.predictor = nn.Conv1d(width + num_labels, num_labels, 1)

    def forward(self, fine: Tensor, coarse: Tensor) -> Tensor:
        """Logits of P points: fine features (N, F, P) and coarse prediction (N, C, P) -> (N, C, P)."""
        for layer in self.layers:
            fine = torch.relu(layer(torch.cat((fine, coarse), dim=1)))
        logits: Tensor = self.predictor(torch.cat((fine, coarse), dim=1))
        return logits


class PointRend(nn.Module):
    """A U-Net at reduced resolution, and a head that decides the pixels where its prediction is uncertain.

    The prediction is doubled in size step by step; after each step the pixels whose two likeliest classes are closest
    are predicted anew from fine features. These are the U-Net's last ones and those of two convolutions at full
    resolution, which the head has to itself, since the U-Net's own begin at half of it.

    Args:
        num_labels: Number of output channels.
        widths: Channels of the U-Net's levels.
        stem_stride: Stride of the U-Net's first convolution, 2 or more.
        detail_channels: Channels of the convolutions at full resolution.
        head_width: Channels of the head's hidden layers.
        head_depth: Number of its hidden layers.
        share: Share of the pixels that are predicted anew at each step, above 0 and at most 1.
    """

    def __init__(
        self,
        num_labels: int,
        widths: Sequence[int],
        stem_stride: int,
        detail_channels: int,
        head_width: int,
        head_depth: int,
        share: float,
    ) -> None:
        super().__init__()
        self.share = share
        self.base = UNet(num_labels, widths, stem_stride)
        self.detail = DoubleConv(3, detail_channels)
        self.head = PointHead(detail_channels + widths[0], num_labels, head_width, head_depth)

    def forward(self, image: Tensor) -> Tensor:
        """Logits at the input's size: (N, 3, H, W) normalised -> (N, num_labels, H, W), any H and W."""
        height, width = image.shape[-2:]
        padded = pad_to_multiple(image, self.base.multiple)
        features, coarse, detail = self._maps(padded)
        logits = coarse
        while logits.shape[-1] < padded.shape[-1]:
            logits = upsample(logits, (2 * logits.shape[-2], 2 * logits.shape[-1]))
            logits = self._decided_anew(logits, features, coarse, detail)
        return logits[..., :height, :width]

    def point_logits(self, image: Tensor, labels: Tensor, count: int) -> tuple[Tensor, Tensor]:
        """What training compares, at `count` points of each picture, drawn where the coarse prediction is uncertain.

        Args:
            image: (N, 3, H, W) normalised, sides multiples of the U-Net's.
            labels: (N, H, W) int64.
            count: Points of each picture.

        Returns:
            Logits (N, num_labels, count) and labels (N, count).
        """
        features, coarse, detail = self._maps(image)
        points = training_points(coarse, count)
        return self._at(points, features, coarse, detail), label_at(labels, points)

    def start_from(self, unet: Mapping[str, Tensor]) -> None:
        """Takes over a trained U-Net as the base, which then stays as it is."""
        self.base.load_state_dict(unet)
        self.base.requires_grad_(False)

    def _maps(self, padded: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The U-Net's features and coarse prediction, and the features at full resolution."""
        features = self.base.features(padded)
        return features, self.base.head(features), self.detail(padded)

    def _at(self, points: Tensor, features: Tensor, coarse: Tensor, detail: Tensor) -> Tensor:
        """The head's logits at points (N, P, 2): (N, num_labels, P)."""
        fine = torch.cat((sample_at(detail, points), sample_at(features, points)), dim=1)
        logits: Tensor = self.head(fine, sample_at(coarse, points))
        return logits

    def _decided_anew(self, logits: Tensor, features: Tensor, coarse: Tensor, detail: Tensor) -> Tensor:
        """Logits (N, C, H, W) with those of the most uncertain pixels replaced by the head's."""
        pixels = logits.shape[-2] * logits.shape[-1]
        flat, points = most_uncertain_pixels(logits, max(round(self.share * pixels), 1))
        anew = self._at(points, features, coarse, detail).to(logits.dtype)
        index = flat[:, None].expand(-1, logits.shape[1], -1)
        return logits.flatten(2).scatter(2, index, anew).view_as(logits)
