"""The Python API: run models over inputs and read what they said, as tables, masks and pages."""

from granview.api.compare_models import compare
from granview.api.comparison import Comparison

__all__ = ["Comparison", "compare"]
