"""The model that a lane has run already, and is to run again: the same commit of its repository."""

from typing import Final

import msgspec

from granview.core.lane import LaneSpec, ModelFacts

_HUB: Final = "hf:"


def pinned(spec: LaneSpec, facts: ModelFacts | None) -> LaneSpec:
    """The lane with the commit of the hub from which it was loaded; branches and tags move on.

    Args:
        spec: The lane as the user asked for it.
        facts: What loading has found out; None while it has never been loaded.
    """
    if facts is None or facts.revision is None or not spec.model.startswith(_HUB):
        return spec
    return msgspec.structs.replace(spec, model=f"{spec.model.partition('@')[0]}@{facts.revision}")
