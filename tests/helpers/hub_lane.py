"""A lane that downloads from the hub as a real one does, and is then the test model; it needs no torch."""

import msgspec

from granview.core.lane import LaneSpec
from granview.core.model_source import parse_source
from granview.models.adapter import ImageAdapter, Progress
from granview.models.loading.hub import fetch_model
from tests.helpers.checkerboard import FACTS, Checkerboard


def load_adapter(spec: LaneSpec, progress: Progress) -> ImageAdapter:
    """The test model, once the files of the source are there."""
    resolved = fetch_model(parse_source(spec.model), progress)
    adapter = Checkerboard(None)
    adapter.facts = msgspec.structs.replace(FACTS, revision=resolved.revision)
    return adapter
