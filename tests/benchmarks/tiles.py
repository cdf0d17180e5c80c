"""A picture in tiles against the same network over all of it at once: time for each px that is run, and memory."""

from functools import partial

import numpy as np

from granview.models.live_bytes import peak_bytes
from tests.benchmarks.row import Row, median_ms

SIDE_PX, TILE_PX, OVERLAP_PX = 384, 128, 16
TITLE = f"Super-resolution x2 of {SIDE_PX} px squared in tiles of {TILE_PX} px, overlap {OVERLAP_PX}, EDSR of 8 x 24"


def adapter():
    """An EDSR of random weights as a lane, on one thread of the CPU."""
    import torch

    from granview.core.labels import LabelSet
    from granview.core.lane import LaneSpec
    from granview.models.device import place
    from granview.models.families.zoo_image_to_image import ZooImageToImage
    from granview.models.images.restoration_adapter import RestorationTraits
    from granview.models.network_adapter import network_facts
    from granview.zoo.super_resolution.edsr import Edsr

    torch.manual_seed(0)
    torch.set_num_threads(1)
    network, spec, placement = Edsr(2, 24, 8), LaneSpec("lane", "edsr", device="cpu"), place("cpu")
    facts = network_facts(network, LabelSet((), ()), spec, placement, ())
    return ZooImageToImage(network, facts, spec, placement, RestorationTraits(2))


def batch(lane, tile_px: int):
    """One picture, whole where ``tile_px`` is 0."""
    from granview.core.run_params import RunParams

    picture = np.random.default_rng(0).integers(0, 256, (SIDE_PX, SIDE_PX, 3), dtype=np.uint8)
    chosen = {"image-to-image": {"tile_px": tile_px, "overlap_px": OVERLAP_PX}}
    return lane.preprocess([picture], RunParams(of_task=chosen))


def measure() -> list[Row]:
    """Rows for the whole picture and for tiles; ratios are of px run in a second, and of memory."""
    lane = adapter()
    whole, tiled = batch(lane, 0), batch(lane, TILE_PX)
    run_px = sum(1 for _ in tiled.tiling.tiles(SIDE_PX, SIDE_PX)) * TILE_PX**2
    whole_ms = median_ms(lambda: lane.forward(whole), repeats=5, warmup=1)
    tiled_ms = median_ms(lambda: lane.forward(tiled), repeats=5, warmup=1)
    rate, tiled_rate = SIDE_PX**2 / whole_ms, run_px / tiled_ms
    whole_mb, tiled_mb = (peak_bytes(partial(lane.forward, each)) / 1e6 for each in (whole, tiled))
    return [
        Row("whole", f"{whole_ms:.0f} ms, {rate:.0f} px/ms, {whole_mb:.0f} MB", 1.0),
        Row(
            "tiles, px run in a second",
            f"{tiled_ms:.0f} ms, {tiled_rate:.0f} px/ms",
            tiled_rate / rate,
            "at least 0.95",
        ),
        Row("tiles, memory", f"{tiled_mb:.0f} MB", tiled_mb / whole_mb, "bounded by the tile"),
    ]
