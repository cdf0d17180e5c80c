"""The Python API: run models over inputs and read what they said, as tables, masks and pages."""

from granview.api.compare_models import compare
from granview.api.comparison import Comparison
from granview.api.data_description import DataDescription, describe_data
from granview.api.ladders import catalogue, ladder

__all__ = ["Comparison", "DataDescription", "catalogue", "compare", "describe_data", "ladder"]
