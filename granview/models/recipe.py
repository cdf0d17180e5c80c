"""Recipes at work: what a step of a variant does to a network, and what of it was really changed.

torchao is not among the packages: where it is installed, transformers imports it for every model, which took 2.5 s of
each lane's start (two cores, torchao 0.18); it converts linear layers alone (one of ResNet-18's 62 parameters); on a
CPU its weight-only int8 was no faster than fp32, and its int4 needs a package for CUDA. So weights of few bits are
modules of our own, for linear, convolution and embedding layers, and dynamic and static int8 are onnxruntime's.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.core.lane import RanAs
from granview.core.registry import Registry
from granview.core.variant import Step, Variant


class Engine(ABC):
    """What computes a network in torch's stead: called as the network is, it gives what the network gives."""

    @abstractmethod
    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """What the network returns for these arguments.

        Raises:
            UnsupportedModel: the engine cannot compute this network.
        """

    @property
    @abstractmethod
    def prepare_s(self) -> float:
        """Seconds that exporting and the like have taken so far."""

    @property
    @abstractmethod
    def notices(self) -> tuple[str, ...]:
        """What the user must know of it, as far as passes have shown it."""

    @property
    @abstractmethod
    def why_not_explained(self) -> str:
        """Why torch's network cannot be explained in its stead, as a sentence; empty where it computes the same."""

    @abstractmethod
    def ran(self, before: RanAs) -> RanAs:
        """How the model ran, as far as passes have shown it."""


@dataclass(frozen=True)
class Applied:
    """A network after a recipe.

    Attributes:
        network: The network; the same object or another.
        covered: The share, 0 to 1, of the network's weights that the recipe has changed; None where it changes none
            by its nature, such as a memory layout.
        sparsity: The share of zeros, 0 to 1, that it left among the network's weights; None where it prunes none.
        notices: What the user must know of it.
        engine: What computes the network from now on; None: torch.
    """

    network: nn.Module
    covered: float | None = None
    sparsity: float | None = None
    notices: tuple[str, ...] = ()
    engine: Engine | None = None


class Recipe(ABC):
    """What is done to a network on its device, in its number format and in evaluation mode, before it first runs."""

    @abstractmethod
    def apply(self, network: nn.Module, step: Step, device: torch.device) -> Applied:
        """The network after the recipe.

        Raises:
            UnsupportedModel: nothing of the network could be changed, or the device cannot run what would come of it.
        """


RECIPES: Final[Registry[Recipe]] = Registry("granview.models.recipes", "recipe")


def with_recipes(network: nn.Module, variant: Variant, device: torch.device) -> tuple[nn.Module, list[Applied]]:
    """A network after all recipes of its variant, and what each of them changed.

    Raises:
        UnsupportedModel: one of them did nothing, or cannot run on this device.
    """
    applied: list[Applied] = []
    for step in variant.steps:
        if reason := step.traits.why_not(device.type):
            raise UnsupportedModel(reason, "Choose another variant, or another device.")
        applied.append(RECIPES.get(step.recipe).apply(network, step, device))
        network = applied[-1].network
    return network, applied
