"""A session whose lanes are variants of one model, scored without models."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from granview.core.events import Event, LaneReady
from granview.core.lane import LaneSpec, RanAs
from granview.core.variant import Variant
from granview.store.session import Session
from tests.helpers.scored import scored_result, write_files
from tests.helpers.store import facts

WRONG_ROWS: Final[Mapping[str, int]] = {"net-bf16": 1, "net": 0, "net-channels-last": 0, "other": 2}
"""By lane, how many rows it gets wrong; the plain one is not the leftmost."""

SPECS: Final = (
    LaneSpec("net-bf16", "zoo:net", Variant("bf16")),
    LaneSpec("net", "zoo:net"),
    LaneSpec("net-channels-last", "zoo:net", Variant.parse("fp32+channels-last")),
    LaneSpec("other", "zoo:other"),
)


def variant_session(path: Path, samples: int = 9) -> Session:
    """A model in fp32, in bf16, which is worse and half as large, and in another layout; and another model."""
    session = Session.create(path)
    files = [write_files(path.parent / "pictures", index) for index in range(samples)]
    session.add_samples(files)
    events: list[Event] = []
    for spec in SPECS:
        session.add_lane(spec)
        half = spec.variant.precision == "bf16"
        ran = RanAs(spec.variant.precision, "torch 2.15.0", stored_mb=1.0 if half else 2.0)
        events.append(LaneReady(spec.name, msgspec.structs.replace(facts(), ran=ran)))
        events += [scored_result(spec.name, sample, place, WRONG_ROWS[spec.name]) for place, sample in enumerate(files)]
    session.record(events)
    return session
