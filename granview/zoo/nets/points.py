"""Points of a picture: where a segmentation is uncertain, and what maps say there.

Points are xy coordinates in 0..1 of the picture's width and height, so that maps of any resolution share them.
"""

import torch
from torch import Tensor
from torch.nn import functional

OVERSAMPLED, UNCERTAIN_SHARE = 3, 0.75
"""Of three times as many random points the most uncertain make up this share; section 4.2 of arXiv:1912.08193."""


def uncertainty(logits: Tensor) -> Tensor:
    """How close the two likeliest classes are: (N, C, ...) -> (N, ...), at most 0, which is a tie."""
    first, second = logits.topk(2, dim=1).values.unbind(1)
    return second - first


def sample_at(maps: Tensor, points: Tensor) -> Tensor:
    """Bilinear samples of maps (N, C, h, w) at points (N, P, 2): (N, C, P) of the maps' dtype.

    Half precision would place points some pixels off, so the sampling itself is in float32.
    """
    grid = 2 * points[:, :, None].float() - 1
    samples = functional.grid_sample(maps.float(), grid, padding_mode="border", align_corners=False)
    return samples[..., 0].to(maps.dtype)


def label_at(labels: Tensor, points: Tensor) -> Tensor:
    """The labels (N, H, W) int64 of the pixels in which points (N, P, 2) lie: (N, P)."""
    height, width = labels.shape[-2:]
    scale = torch.tensor((width, height), device=points.device)
    x, y = (points * scale).long().unbind(-1)
    flat = y.clamp(0, height - 1) * width + x.clamp(0, width - 1)
    return labels.flatten(1).gather(1, flat)


def most_uncertain_pixels(logits: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The pixels of (N, C, H, W) logits where the classes are closest.

    Returns:
        Flat indices (N, count) int64, and the points of their centres (N, count, 2) float32.
    """
    height, width = logits.shape[-2:]
    flat = uncertainty(logits).flatten(1).topk(count, dim=1).indices
    x, y = (flat % width + 0.5) / width, (flat // width + 0.5) / height
    return flat, torch.stack((x, y), dim=-1)


def training_points(logits: Tensor, count: int) -> Tensor:
    """Points to learn from, most of them uncertain, the others anywhere: (N, count, 2) float32.

    Args:
        logits: (N, C, h, w), the coarse prediction.
        count: Points of each picture.
    """
    candidates = torch.rand(len(logits), OVERSAMPLED * count, 2, device=logits.device)
    kept = round(UNCERTAIN_SHARE * count)
    closest = uncertainty(sample_at(logits, candidates)).topk(kept, dim=1).indices
    uncertain = candidates.gather(1, closest[..., None].expand(-1, -1, 2))
    return torch.cat((uncertain, torch.rand(len(logits), count - kept, 2, device=logits.device)), dim=1)
