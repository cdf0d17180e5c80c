"""Cross-entropy plus soft Dice (Milletari et al., 2016, arXiv:1606.04797), so that rare hairlines count.

The gradient is written out by hand: class by class over all pixels,
it costs a CPU a small part of what the one derived automatically costs.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from granview.zoo.labels import NUM_LABELS

WEIGHT_MAX = 8.0


class _CrossEntropyDice(torch.autograd.Function):
    """The loss of (classes, pixels) float32 logits against (pixels,) int64 labels.

    `share` (pixels,) float32 is each pixel's weight in the cross-entropy; the weights sum to 1.
    """

    @staticmethod
    def forward(ctx: Any, logits: Tensor, target: Tensor, share: Tensor) -> Tensor:
        """Computes the loss and keeps what the gradient needs."""
        classes = len(logits)
        probability = functional.softmax(logits, dim=0)
        right = probability.gather(0, target[None])[0]
        overlap = torch.bincount(target, weights=right, minlength=classes).float()
        actual = torch.bincount(target, minlength=classes).float()
        total = probability.sum(1) + actual + 1
        present = (actual > 0).float() / (actual > 0).sum()
        dice = (2 * overlap + 1) / total
        ctx.save_for_backward(probability, target, share, right, present * dice / total, -2 * present / total)
        return 1 - (share * right.clamp_min(1e-7).log()).sum() - (present * dice).sum()

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> tuple[Tensor, None, None]:
        """The gradient by the logits, through the softmax's Jacobian."""
        probability, target, share, right, spread, gain = ctx.saved_tensors
        gained = gain[target] * right
        centre = spread @ probability + gained
        grad = probability * (spread[:, None] + (share - centre))
        grad.scatter_add_(0, target[None], (gained - share)[None])
        return grad * grad_outputs[0], None, None


def class_weights(labels: NDArray[np.uint8]) -> Tensor:
    """Weights inverse to the square root of each class's frequency, at most `WEIGHT_MAX`: (C,) float32.

    They wake the rare classes up; once those are predicted at all, the Dice term rules them.

    Args:
        labels: Label maps of any shape.
    """
    share = np.bincount(labels.ravel(), minlength=NUM_LABELS) / labels.size
    balanced = 1 / np.maximum(share * NUM_LABELS, 1e-6)
    return torch.from_numpy(np.minimum(np.sqrt(balanced), WEIGHT_MAX).astype(np.float32))


def segmentation_loss(logits: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean cross-entropy plus one minus the mean Dice of the classes present in the batch.

    Args:
        logits: (N, C, H, W) of any float dtype.
        labels: (N, H, W) int64 in 0..C-1.
        weights: (C,) float32, weight of each class in the cross-entropy.

    Returns:
        Scalar float32, at least 0.
    """
    flat = logits.permute(1, 0, 2, 3).reshape(logits.shape[1], -1).float()
    share = pixel_shares(labels, weights).reshape(-1)
    loss: Tensor = _CrossEntropyDice.apply(flat, labels.reshape(-1), share)
    return loss


def pixel_shares(labels: Tensor, weights: Tensor) -> Tensor:
    """How much each pixel counts, by the weight of its class: (N, H, W) float32, which sum to 1.

    Args:
        labels: (N, H, W) int64 in 0..C-1.
        weights: (C,) float32.
    """
    share = weights[labels]
    return share / share.sum()
