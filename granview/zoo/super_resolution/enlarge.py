"""Enlarging by bicubic interpolation, to which the zoo's networks add what it lacks."""

from torch import Tensor
from torch.nn import functional


def enlarge(image: Tensor, scale: int) -> Tensor:
    """(N, C, h, w) -> (N, C, scale h, scale w) by the bicubic kernel of Keys (1981) with a = -0.5, as in MATLAB.

    torch has that kernel where it is asked to smooth what it makes smaller, which changes nothing else here; its
    plain bicubic has a = -0.75.
    """
    return functional.interpolate(image, scale_factor=scale, mode="bicubic", antialias=True)
