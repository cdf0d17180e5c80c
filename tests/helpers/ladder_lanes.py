"""A session whose lanes are the sizes of one model, scored without models."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from granview.core.events import Event, LaneReady
from granview.core.lane import LaneSpec
from granview.store.session import Session
from tests.helpers.scored import scored_result, write_files
from tests.helpers.store import facts

SIZES: Final[Mapping[str, int]] = {"unet-nano": 30_000, "unet-small": 490_000, "unet-base": 4_200_000}
"""By lane, its parameters; smallest first."""

WRONG_ROWS: Final[Mapping[str, int]] = {"unet-nano": 4, "unet-small": 1, "unet-base": 1}
"""By lane, how many rows it gets wrong: the two larger ones say the same."""


def ladder_session(path: Path, samples: int = 24, wrong_rows: Mapping[str, int] = WRONG_ROWS) -> Session:
    """Lanes of the built-in U-Nets over pictures that lie in a folder beside the session."""
    session = Session.create(path)
    files = [write_files(path.parent / "pictures", index) for index in range(samples)]
    session.add_samples(files)
    session.start_run({})
    events: list[Event] = []
    for name, wrong in wrong_rows.items():
        session.add_lane(LaneSpec(name, f"zoo:{name}"))
        events.append(LaneReady(name, msgspec.structs.replace(facts(), params=SIZES.get(name, 1_000_000))))
        events += [scored_result(name, sample, place, wrong) for place, sample in enumerate(files)]
    session.record(events)
    return session
