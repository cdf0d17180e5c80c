"""The Python API: run models over inputs and read what they said, as tables, masks and pages."""

from granview.api.compare_models import compare
from granview.api.comparison import Comparison
from granview.api.data_description import DataDescription, describe_data
from granview.api.doubt_warnings import UncertainReading
from granview.api.ladders import catalogue, ladder
from granview.api.session_comparison import SessionComparison, compare_sessions
from granview.api.verdict import Verdict

__all__ = [
    "Comparison",
    "DataDescription",
    "SessionComparison",
    "UncertainReading",
    "Verdict",
    "catalogue",
    "compare",
    "compare_sessions",
    "describe_data",
    "ladder",
]
