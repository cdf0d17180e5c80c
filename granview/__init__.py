"""GranView: compare models side by side on your own images and texts.

The public Python API is small and is loaded on first use, so that ``import granview`` costs nothing::

    import granview

    comparison = granview.compare(["zoo:unet-nano", "zoo:unet-base"], ["scan.png"], references=["scan_mask.png"])
    print(comparison.summary())
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from granview.api import Comparison as Comparison
    from granview.api import DataDescription as DataDescription
    from granview.api import SessionComparison as SessionComparison
    from granview.api import UncertainReading as UncertainReading
    from granview.api import Verdict as Verdict
    from granview.api import catalogue as catalogue
    from granview.api import compare as compare
    from granview.api import compare_sessions as compare_sessions
    from granview.api import describe_data as describe_data
    from granview.api import ladder as ladder
    from granview.core.catalogue import Ladder as Ladder
    from granview.core.text import TextInput as TextInput
    from granview.own_model import OwnModel as OwnModel
    from granview.store.session import Session as Session

__version__ = "0.1.0"
__all__ = [
    "Comparison",
    "DataDescription",
    "Ladder",
    "OwnModel",
    "Session",
    "SessionComparison",
    "TextInput",
    "UncertainReading",
    "Verdict",
    "__version__",
    "catalogue",
    "compare",
    "compare_sessions",
    "describe_data",
    "ladder",
]

_HOME = {
    "catalogue": "granview.api",
    "compare": "granview.api",
    "SessionComparison": "granview.api",
    "compare_sessions": "granview.api",
    "describe_data": "granview.api",
    "ladder": "granview.api",
    "Ladder": "granview.core.catalogue",
    "Comparison": "granview.api",
    "DataDescription": "granview.api",
    "Session": "granview.store.session",
    "OwnModel": "granview.own_model",
    "TextInput": "granview.core.text",
    "UncertainReading": "granview.api",
    "Verdict": "granview.api",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module the first time that it is asked for."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'granview' has no attribute {name!r}")
