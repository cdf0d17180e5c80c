"""FCOS (Tian et al., 2019, arXiv:1904.01355), a single-stage detector without anchors, of torchvision at zoo sizes."""

from collections.abc import Sequence
from functools import partial

from torch import nn
from torchvision.models.detection import FCOS
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.fcos import FCOSClassificationHead, FCOSHead, FCOSRegressionHead

from granview.zoo.nets.blocks import GROUP_CHANNELS
from granview.zoo.nets.detectors.native_size import NativeSize
from granview.zoo.nets.detectors.pyramid import UNetPyramid

DETECTIONS_MAX = 100
SCORE_MIN = 0.0
"""All that was found is told: who shows it sets the threshold, and average precision is over all of it."""


def build_fcos(
    num_labels: int,
    widths: Sequence[int],
    deeper: Sequence[int],
    out_channels: int,
    head_depth: int,
    stem_stride: int = 1,
) -> FCOS:
    """An untrained FCOS on a `UNetPyramid`.

    Args:
        num_labels: Number of classes, with the background, which is class 0 and never found.
        widths: Channels of the backbone's U-Net.
        deeper: Channels of its further levels.
        out_channels: Channels of its feature pyramid, a multiple of eight.
        head_depth: Convolutions of each of the two branches of the head.
        stem_stride: Stride of the backbone's first convolution.

    Returns:
        A network that maps pictures (3, H, W) float32 of 0..1, a list of any sizes, to a dictionary each: ``boxes``
        (N, 4) xyxy in pixels, ``labels`` (N,) int64, ``scores`` (N,) in 0..1.
    """
    backbone = UNetPyramid(widths, deeper, out_channels, stem_stride)
    sizes = tuple((stride,) for stride in backbone.strides)
    norm = partial(nn.GroupNorm, out_channels // GROUP_CHANNELS)
    head = FCOSHead(out_channels, 1, num_labels, num_convs=0)
    head.classification_head = FCOSClassificationHead(out_channels, 1, num_labels, head_depth, norm_layer=norm)
    head.regression_head = FCOSRegressionHead(out_channels, 1, head_depth, norm_layer=norm)
    network = FCOS(
        backbone,
        num_labels,
        anchor_generator=AnchorGenerator(sizes, ((1.0,),) * len(sizes)),
        head=head,
        score_thresh=SCORE_MIN,
        detections_per_img=DETECTIONS_MAX,
    )
    network.transform = NativeSize(backbone.strides[-1])
    return network
