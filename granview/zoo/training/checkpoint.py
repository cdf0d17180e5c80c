"""Saving and restoring a training run, atomically."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from torch.optim import Optimizer

NAME = "checkpoint.pt"


@dataclass
class Progress:
    """How far a run has come: finished steps and the wall time that they took."""

    step: int = 0
    wall_s: float = 0.0


def save_checkpoint(folder: Path, network: nn.Module, optimizer: Optimizer, progress: Progress) -> None:
    """Writes the run's whole state; a crash leaves either the old file or the new one."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "rng": torch.get_rng_state(),
        "step": progress.step,
        "wall_s": progress.wall_s,
    }
    torch.save(state, folder / f"{NAME}.tmp")
    (folder / f"{NAME}.tmp").replace(folder / NAME)


def load_checkpoint(folder: Path, network: nn.Module, optimizer: Optimizer) -> Progress:
    """Restores a run from its folder; a run that was never saved starts at step 0."""
    path = folder / NAME
    if not path.exists():
        return Progress()
    state = torch.load(path, map_location="cpu", weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["rng"])
    return Progress(state["step"], state["wall_s"])
