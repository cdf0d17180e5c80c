"""How the process of a lane comes by the packages of a runtime: by one variable of its environment."""

import os
import sys
from typing import Final

VARIABLE: Final = "GRANVIEW_LANE_PACKAGES"
"""A folder that is imported from before the interpreter's own; unset in a checkout, whose environment has all."""


def import_lane_packages() -> None:
    """Import from the folder that the variable names, if it is set; once is enough."""
    folder = os.environ.get(VARIABLE, "")
    if folder and folder not in sys.path:
        sys.path.insert(0, folder)
