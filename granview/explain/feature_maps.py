"""The feature maps of a forward pass: layers that Grad-CAM can look at."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Final

from torch import Tensor, nn

from granview.explain.attention.capture import Captured

_FEWEST_CELLS: Final = 4
"""Fewer cells say nothing of where; pooling branches have them."""

_POOLS: Final = (nn.AdaptiveAvgPool2d, nn.AdaptiveMaxPool2d)


@dataclass(frozen=True)
class FeatureMap:
    """What a module gave: one map (1, channels, rows, columns).

    Attributes:
        name: Path of the module in its network.
        channels: Number of channels.
        shape: (rows, columns).
        after: How many attention layers had been called before.
    """

    name: str
    channels: int
    shape: tuple[int, int]
    after: int


@contextmanager
def feature_maps(network: nn.Module, captured: Captured) -> Iterator[list[FeatureMap]]:
    """Within it, the maps that the network's modules give are listed, in the order in which they are done.

    Args:
        network: The network.
        captured: Where a tap of the same pass lists attention calls.
    """
    listed: list[FeatureMap] = []
    with ExitStack() as hooks:
        for name, module in network.named_modules():
            if name:
                handle = module.register_forward_hook(_lister(listed, name, captured))
                hooks.callback(handle.remove)
        yield listed


def backbone_layers(maps: list[FeatureMap], classes: int) -> tuple[str, ...]:
    """Modules of a convolutional backbone before the first attention layer, ranked as by ``target_layers``.

    There are none where all maps have one size: then they are the patches of a vision transformer.
    """
    before = [each for each in maps if each.after == 0]
    is_backbone = len({each.shape for each in before}) > 1
    return target_layers(before, classes, 0) if is_backbone else ()


def target_layers(maps: list[FeatureMap], classes: int, attention_calls: int) -> tuple[str, ...]:
    """Modules that Grad-CAM can look at, best first.

    Left out are maps of class logits, of fewer than four cells, of auxiliary heads, and those from before the network's
    last attention layer, such as a vision transformer's patches. Of modules that give maps of one shape the last
    counts, which holds the others or follows them. Best is the one with most channels, of several the coarsest: the
    deepest layer of a classifier, the bottom of a U-Net, the end of a backbone. Behind attention it is the last one.
    """
    last = {
        (each.channels, each.shape): (order, each.name)
        for order, each in enumerate(maps)
        if each.channels not in (1, classes)
        and each.shape[0] * each.shape[1] >= _FEWEST_CELLS
        and "aux" not in each.name
        and each.after == attention_calls
    }
    ranked = sorted(
        ((0, 0) if attention_calls else (-channels, shape[0] * shape[1]), -order, name)
        for (channels, shape), (order, name) in last.items()
    )
    return tuple(name for _, _, name in ranked)


def _lister(listed: list[FeatureMap], name: str, captured: Captured) -> Callable[[nn.Module, Any, Any], None]:
    def hook(module: nn.Module, _: Any, output: Any) -> None:
        if isinstance(output, Tensor) and output.ndim == 4 and len(output) == 1 and not isinstance(module, _POOLS):
            channels, rows, columns = output.shape[1:]
            listed.append(FeatureMap(name, channels, (rows, columns), len(captured.sites)))

    return hook
