"""Mask R-CNN (He et al., 2017, arXiv:1703.06870) of torchvision at zoo sizes."""

from collections.abc import Sequence

from torchvision.models.detection import MaskRCNN
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.ops import MultiScaleRoIAlign

from granview.zoo.nets.detectors.native_size import NativeSize
from granview.zoo.nets.detectors.pyramid import UNetPyramid

BOX_PX, MASK_PX = 7, 14
"""Side of the features that are pooled for a box and for its mask; the mask itself has twice as many."""
ASPECT_RATIOS = (0.4, 1.0, 2.5)
"""Height over width of the anchors."""
ANCHOR_STRIDES = (2.0, 3.2)
"""Side of a level's two square anchors, in strides of the level: from 8 px, as the finest objects are small."""
CANONICAL_BOX_PX = 112
"""Side of the box that is pooled at stride 16; finer levels serve smaller ones (eq. 1 of arXiv:1612.03144)."""
DETECTIONS_MAX = 100
SCORE_MIN = 0.0
"""All that was found is told: who shows it sets the threshold, and average precision is over all of it."""


def build_mask_rcnn(
    num_labels: int,
    widths: Sequence[int],
    deeper: Sequence[int],
    out_channels: int,
    box_width: int,
    mask_layers: Sequence[int],
    stem_stride: int = 1,
) -> MaskRCNN:
    """An untrained Mask R-CNN on a `UNetPyramid`.

    Args:
        num_labels: Number of classes, with the background, which is class 0.
        widths: Channels of the backbone's U-Net.
        deeper: Channels of its further levels.
        out_channels: Channels of its feature pyramid.
        box_width: Width of the two hidden layers that classify a box.
        mask_layers: Channels of the mask head's convolutions.
        stem_stride: Stride of the backbone's first convolution.

    Returns:
        A network that maps pictures (3, H, W) float32 of 0..1, a list of any sizes, to a dictionary each: ``boxes``
        (N, 4) xyxy in pixels, ``labels`` (N,) int64, ``scores`` (N,) and ``masks`` (N, 1, H, W), both 0..1.
    """
    backbone = UNetPyramid(widths, deeper, out_channels, stem_stride)
    names = [str(level) for level in range(len(backbone.strides))]
    sizes = tuple(tuple(round(stride * factor) for factor in ANCHOR_STRIDES) for stride in backbone.strides)
    box_pool, mask_pool = (
        MultiScaleRoIAlign(names, side, sampling_ratio=2, canonical_scale=CANONICAL_BOX_PX)
        for side in (BOX_PX, MASK_PX)
    )
    network = MaskRCNN(
        backbone,
        rpn_anchor_generator=AnchorGenerator(sizes, (ASPECT_RATIOS,) * len(sizes)),
        rpn_pre_nms_top_n_train=600,
        rpn_pre_nms_top_n_test=600,
        rpn_post_nms_top_n_train=600,
        rpn_post_nms_top_n_test=600,
        rpn_batch_size_per_image=128,
        box_roi_pool=box_pool,
        box_head=TwoMLPHead(out_channels * BOX_PX**2, box_width),
        box_predictor=FastRCNNPredictor(box_width, num_labels),
        box_score_thresh=SCORE_MIN,
        box_detections_per_img=DETECTIONS_MAX,
        box_batch_size_per_image=96,
        mask_roi_pool=mask_pool,
        mask_head=MaskRCNNHeads(out_channels, mask_layers, 1),
        mask_predictor=MaskRCNNPredictor(mask_layers[-1], mask_layers[-1], num_labels),
    )
    network.transform = NativeSize(backbone.strides[-1])
    return network
