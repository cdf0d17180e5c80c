"""Ten million units in a session: bucket, slice, filter and sort, against polars on the same columns in memory."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from granview.analysis.bucket_columns import bucket_index, means_by_bucket
from granview.core.lane import LaneSpec
from granview.core.slice_language import parsed_slice
from granview.core.slices import EVERYTHING
from granview.core.unit import UnitTable
from granview.report.cached_units import read_task_units
from granview.report.disagreement import disagreement, ordered
from granview.report.slicing import sliced
from granview.report.task_units import TaskUnits
from granview.store.session import Session
from tests.benchmarks.row import Row, median_ms

TITLE = "10 million units of 5,000 samples in two lanes"
TASK = "image-segmentation"
SAMPLES, UNITS = 5_000, 2_000
EDGES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, np.inf)
WANTED = "class=c3|c7, 4<=grain<32, small is wrong"
GOAL = "under 200 ms"
REPEATS = 5


def make_session(path: Path) -> Session:
    """Random tables of 2,000 regions for each of 5,000 samples, recorded as an engine would report them."""
    from tests.helpers.unit_results import unit_result, unit_sample

    session = Session.create(path)
    names = [f"s{place}" for place in range(SAMPLES)]
    session.add_samples([unit_sample(name) for name in names])
    for lane in ("small", "large"):
        session.add_lane(LaneSpec(lane, f"zoo:{lane}"))
    rng = np.random.default_rng(0)
    bases = [_regions(rng) for _ in range(50)]
    for start in range(0, SAMPLES, 250):
        session.record(
            [
                unit_result(lane, name, _scored(bases[place % 50], rng), 20)
                for place, name in enumerate(names[start : start + 250], start)
                for lane in ("small", "large")
            ]
        )
    return session


def _regions(rng: np.random.Generator) -> UnitTable:
    grain = np.exp(rng.normal(2.5, 1.2, UNITS)).astype(np.float32)
    return UnitTable(
        ("region",),
        np.zeros(UNITS, np.uint8),
        grain,
        np.zeros(UNITS, np.float32),
        {"class_id": rng.integers(0, 20, UNITS).astype(np.int32), "x": rng.integers(0, 4000, UNITS).astype(np.int32)},
    )


def _scored(table: UnitTable, rng: np.random.Generator) -> UnitTable:
    score = rng.random(UNITS, dtype=np.float32)
    return UnitTable(table.kinds, table.kind, table.grain, score, table.extra)


def measure() -> list[Row]:
    """Rows for each act; ratios are polars' time by GranView's, so that above 1 GranView is the faster."""
    with tempfile.TemporaryDirectory() as folder, make_session(Path(folder) / "units.granview") as session:
        start = time.perf_counter()
        units = read_task_units(session, TASK)
        loading_s = time.perf_counter() - start
        assert len(units) == SAMPLES * UNITS
        rows = [Row("read from the session, once", f"{loading_s:.1f} s")]
        for what, ours, theirs in acts(units):
            ours_ms, theirs_ms = median_ms(ours, REPEATS), median_ms(theirs, REPEATS)
            rows += [
                Row(f"GranView, {what}", f"{ours_ms:.0f} ms", 1.0, GOAL),
                Row(f"polars, {what}", f"{theirs_ms:.0f} ms", theirs_ms / ours_ms),
            ]
        return rows


def acts(units: TaskUnits) -> list[tuple[str, Callable[[], object], Callable[[], object]]]:
    """What is timed, by GranView and by polars, once it was seen that both say the same."""
    import polars

    frame = polars.DataFrame(
        {
            "sample": units.sample,
            "grain": units.columns["grain"],
            "class": units.columns["class"],
            "small": units.scores["small"],
            "large": units.scores["large"],
        }
    )
    classes = [units.categories["class"].index(name) for name in ("c3", "c7")]
    grain, small, large = polars.col("grain"), polars.col("small"), polars.col("large")
    asked = polars.col("class").is_in(classes) & (grain >= 4) & (grain < 32) & (small <= 0.5)
    wanted = parsed_slice(WANTED)
    found = disagreement(units, "small", "large", "region", EVERYTHING)

    def bucket() -> list[np.ndarray]:
        place = bucket_index(units.columns["grain"], EDGES)
        return [means_by_bucket(place, units.scores[lane], len(EDGES) - 1)[0] for lane in units.lanes]

    def polars_bucket() -> "polars.DataFrame":
        cut = grain.cut(list(EDGES[1:-1]), left_closed=True).alias("bucket")
        return frame.lazy().group_by(cut).agg(small.mean(), large.mean()).sort("bucket").collect()

    def slice_units() -> list[np.ndarray]:
        left = sliced(units, wanted)
        return [left.sample, left.columns["grain"], left.columns["class"], *(left.scores[lane] for lane in left.lanes)]

    def filter_units() -> np.ndarray:
        return disagreement(units, "small", "large", "region", EVERYTHING).in_group("only second")

    def polars_filter() -> "polars.DataFrame":
        return frame.lazy().with_row_index().filter((small <= 0.5) & (large > 0.5)).select("index").collect()

    def sort_units() -> np.ndarray:
        return ordered(found, None, "difference", falling=True)

    def polars_sort() -> "polars.Series":
        return frame.select((large - small).abs().alias("difference"))["difference"].arg_sort(descending=True)

    np.testing.assert_allclose(polars_bucket()["small"].to_numpy(), bucket()[0], rtol=1e-4)
    np.testing.assert_array_equal(frame.filter(asked)["grain"].to_numpy(), slice_units()[1])
    np.testing.assert_array_equal(polars_filter()["index"].to_numpy(), filter_units())
    return [
        ("bucket by grain, mean score of both lanes in each", bucket, polars_bucket),
        (f"slice: {WANTED}", slice_units, lambda: frame.lazy().filter(asked).collect()),
        ("filter: units that only one lane has right", filter_units, polars_filter),
        ("sort by difference, the greatest first", sort_units, polars_sort),
    ]
