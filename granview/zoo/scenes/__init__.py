"""Procedural scenes with an exact reference, in three domains, reproducible from a seed."""

from collections.abc import Callable

import numpy as np

from granview.zoo.scenes.cells import make_cells
from granview.zoo.scenes.road import make_road
from granview.zoo.scenes.scene import Scene
from granview.zoo.scenes.surface import make_surface

DOMAINS: dict[str, Callable[[np.random.Generator, int, int], Scene]] = {
    "cells": make_cells,
    "road": make_road,
    "surface": make_surface,
}


def make_scene(domain: str, seed: int, height: int, width: int) -> Scene:
    """Generates one scene; the same arguments give the same bytes.

    Args:
        domain: A key of `DOMAINS`.
        seed: Any non-negative integer.
        height: Rows, at least 64.
        width: Columns, at least 64.

    Returns:
        The picture (height, width, 3) uint8, its exact label map (height, width) uint8, and the object that each
        pixel belongs to.

    Raises:
        KeyError: The domain is unknown.
    """
    number = list(DOMAINS).index(domain) if domain in DOMAINS else None
    if number is None:
        raise KeyError(f"unknown scene domain {domain!r}; known: {', '.join(DOMAINS)}")
    return DOMAINS[domain](np.random.default_rng((number, seed)), height, width)
