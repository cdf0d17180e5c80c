"""The table that names the networks."""

from collections.abc import Callable, Mapping

from torch import nn

from granview.zoo.super_resolution.edsr import Edsr
from granview.zoo.super_resolution.fsrcnn import Fsrcnn

SUPER_RESOLUTION_ARCHITECTURES: Mapping[str, Callable[..., nn.Module]] = {"fsrcnn": Fsrcnn, "edsr": Edsr}
