"""What training loops of pictures and of texts have in common: an optimiser step, and a run of steps."""

import time
from collections.abc import Callable
from typing import Final

from torch import Tensor, nn
from torch.optim import Optimizer
from tqdm import tqdm

from granview.zoo.training.checkpoint import Progress

CHECKPOINT_EVERY: Final = 100
"""Steps."""


def descend(loss: Tensor, network: nn.Module, optimizer: Optimizer, gradient_norm_max: float) -> float:
    """Takes one optimiser step down a loss, its gradients clipped to a norm; the loss as a number."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), gradient_norm_max)
    optimizer.step()
    return float(loss.item())


def take_steps(
    title: str, total: int, stop: int, progress: Progress, step: Callable[[], float], save: Callable[[], None]
) -> None:
    """Takes steps until a run has come to `stop`, saving every hundred steps and at the end, with a progress bar.

    Args:
        title: What the bar is called.
        total: Steps of the whole run.
        stop: Where to stop.
        progress: How far the run has come; `step` counts its steps, this function its wall time.
        step: Takes one step and returns the loss.
        save: Writes a checkpoint.
    """
    before_s, start = progress.wall_s, time.perf_counter()
    with tqdm(total=total, initial=progress.step, desc=title, mininterval=5) as bar:
        while progress.step < stop:
            loss = step()
            progress.wall_s = before_s + time.perf_counter() - start
            if progress.step % CHECKPOINT_EVERY == 0 or progress.step == stop:
                save()
            bar.update()
            bar.set_postfix(loss=f"{loss:.3f}", refresh=False)
