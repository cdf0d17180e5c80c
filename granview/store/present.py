"""The condition that leaves out what was set aside, for queries that join samples ``s`` and lanes ``l``."""

from typing import Final

PRESENT: Final = "s.id NOT IN (SELECT sample_id FROM aside_samples) AND l.id NOT IN (SELECT lane_id FROM aside_lanes)"
