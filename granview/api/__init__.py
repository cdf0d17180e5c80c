"""The Python API: run models over inputs and read what they said, as tables, masks and pages."""

from granview.api.comparison import Comparison
from granview.api.running import compare

__all__ = ["Comparison", "compare"]
