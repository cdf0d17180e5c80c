"""Sessions and results made by hand, as the engine would report them."""

from pathlib import Path

import numpy as np

from granview.core.events import LaneReady, ResultArrived, SampleFailed
from granview.core.labels import ClassMap, LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost, Timing
from granview.core.messages import Failure, Result
from granview.core.prediction import pack_prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Reference, Sample
from granview.core.unit import UnitTable, pack_statistics, pack_units
from granview.store.session import Session

LABELS = LabelSet(("background", "cell", "membrane"), ((40, 42, 48), (230, 159, 0), (86, 180, 233)))


def sample(name: str, *, scored: bool = True) -> Sample:
    """A sample whose files need not exist."""
    return Sample(name, f"/data/{name}.png", reference=Reference(f"/data/{name}_mask.png") if scored else None)


def facts(weights: str = "aa" * 32) -> ModelFacts:
    """Facts of a small model on the CPU."""
    return ModelFacts(LABELS, "UNet", 31_000, 0.125, weights, "cpu", "A processor", 0.5, versions={"torch": "2.15"})


def ready(lane: str, weights: str = "aa" * 32) -> LaneReady:
    """A lane's model is loaded."""
    return LaneReady(lane, facts(weights))


def label_map(seed: int = 0, size: tuple[int, int] = (12, 16)) -> LabelMap:
    """A random label map with its confidence."""
    rng = np.random.default_rng(seed)
    return LabelMap(rng.integers(0, len(LABELS), size).astype(np.uint8), rng.integers(0, 256, size).astype(np.uint8))


def units(seed: int = 0, n: int = 5) -> UnitTable:
    """Regions with a random score, the last of them without one."""
    rng = np.random.default_rng(seed)
    score = rng.random(n).astype(np.float32)
    score[-1] = np.nan
    return UnitTable(
        ("region", "boundary"),
        np.zeros(n, np.uint8),
        rng.integers(1, 100, n).astype(np.float32),
        score,
        {"class_id": rng.integers(0, 3, n).astype(np.uint16)},
    )


def result(
    lane: str, of: Sample, *, request_id: int = 1, seed: int = 0, forward_ms: float = 2.0, warmup: bool = False
) -> ResultArrived:
    """A result with everything in it; scored when the sample has a reference."""
    timing = Timing(1.0, forward_ms, 0.5, 3.0, 0.25, 1, warmup)
    if of.reference is None:
        return ResultArrived(lane, Result(request_id, of, pack_prediction(label_map(seed)), timing))
    return ResultArrived(
        lane,
        Result(
            request_id,
            of,
            pack_prediction(label_map(seed)),
            timing,
            pack_statistics({"pixels": np.arange(12, dtype=np.int64).reshape(3, 4) + seed}),
            pack_units(units(seed)),
            LABELS,
            ClassMap((0, 1, 2)),
            ("A notice.",),
            Cost(flops=1_000, flops_input="1x3x12x16", peak_rss_mb=100.0 + seed),
        ),
    )


def failure(lane: str, of: Sample, *, request_id: int = 1) -> SampleFailed:
    """A sample that could not be run."""
    return SampleFailed(lane, Failure(request_id, of, f"{of.filename} is truncated.", "Save it again."))


def new_session(path: Path, samples: int = 2, lanes: tuple[str, ...] = ("small", "large")) -> Session:
    """A session with samples ``s0``, ``s1``, … and lanes, and no results."""
    session = Session.create(path)
    session.add_samples([sample(f"s{i}") for i in range(samples)])
    for lane in lanes:
        session.add_lane(LaneSpec(lane, f"zoo:{lane}"))
    return session
