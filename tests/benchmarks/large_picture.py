"""A picture of 108 megapixels, segmented in tiles, against as many px as pictures of their own; and memory."""

import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from tests.benchmarks.row import Row

SIZE = (9000, 12_000)
SINGLE_PX = 1728
N_BESIDE = 6
MODEL = "zoo:unet-nano"
TITLE = f"Segmentation of {SIZE[1]}x{SIZE[0]} in tiles, U-Net of 0.03M parameters"


def measure() -> list[Row]:
    """Rows for pictures of a tile's size, before and after, and for the large one; ratios are of px in a second."""
    from granview.core.lane import LaneSpec
    from granview.core.run_params import RunParams
    from granview.io.freed_memory import hand_back
    from granview.models.in_tiles import in_tiles
    from granview.models.load import load_adapter

    spec = LaneSpec("lane", MODEL, device="cpu", task="image-segmentation")
    lane = in_tiles(load_adapter(spec, lambda what, share: None), 1)
    rng = np.random.default_rng(0)
    singles = [_picture(rng, (SINGLE_PX, SINGLE_PX)) for _ in range(N_BESIDE)]
    _separate_s(lane, singles[:1])
    hand_back()
    before_mb = _new_peak_mb()
    first_s = _separate_s(lane, singles)
    single_mb = _peak_mb() - before_mb
    large = _picture(rng, SIZE)
    hand_back()
    before_mb = _new_peak_mb()
    started = time.perf_counter()
    output = lane.forward(lane.preprocess([large], RunParams()))
    [found] = lane.postprocess(output.output, [SIZE], RunParams())
    large_s = time.perf_counter() - started
    large_mb = _peak_mb() - before_mb
    second_s = _separate_s(lane, singles)
    rate = 2 * N_BESIDE * SINGLE_PX**2 / (first_s + second_s) / 1e6
    large_rate = large.shape[0] * large.shape[1] / large_s / 1e6
    map_mb = found.prediction.labels.nbytes / 1e6
    return [
        Row(f"pictures of {SINGLE_PX}x{SINGLE_PX}", f"{rate:.2f} Mpx/s, {single_mb:.0f} MB", 1.0),
        Row("one picture, in tiles", f"{large_rate:.2f} Mpx/s", large_rate / rate, "at least 0.9"),
        Row(
            f"memory besides the picture and its map of {map_mb:.0f} MB",
            f"{large_mb - map_mb:.0f} MB",
            (large_mb - map_mb) / max(single_mb, 1),
            "bounded by the tile",
        ),
        Row("how it was run", found.notices[0].split(" that overlap")[0]),
    ]


def _picture(rng: np.random.Generator, size: tuple[int, int]):
    """(H, W, 3) uint8: blurred noise, cheap to make at any size."""
    coarse = rng.integers(0, 255, (size[0] // 8 + 1, size[1] // 8 + 1, 3), dtype=np.uint8)
    return np.ascontiguousarray(np.repeat(np.repeat(coarse, 8, 0), 8, 1)[: size[0], : size[1]])


def _separate_s(lane, pictures) -> float:
    """Seconds for pictures of their own, the next of which is prepared while one runs, as in a lane."""
    from granview.core.run_params import RunParams

    started = time.perf_counter()
    with ThreadPoolExecutor(1) as pool:
        pending = pool.submit(lane.preprocess, pictures[:1])
        for picture, following in zip(pictures, [*pictures[1:], None], strict=True):
            data = pending.result()
            if following is not None:
                pending = pool.submit(lane.preprocess, [following])
            lane.postprocess(lane.forward(data), [picture.shape[:2]], RunParams())
    return time.perf_counter() - started


def _new_peak_mb() -> float:
    """Forget the most memory that the process has held; what it holds now, in MB."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")
    return _peak_mb()


def _peak_mb() -> float:
    """The most memory that the process has held since then, in MB."""
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 / 1e6
