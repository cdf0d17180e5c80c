"""An example that a report is to show: a unit or a whole sample, as every lane saw it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from granview.export.page_request import PageRequest

Box = tuple[float, float, float, float]
"""Left, top, width, height, in px of the picture."""


@dataclass(frozen=True)
class ExampleRequest:
    """What is to be shown, and in which words.

    Attributes:
        page: The sample and the lanes.
        title: What stands above it.
        subtitle: What else is known of it.
        box: Where the unit lies in its picture; None for the whole sample.
        notes: By lane, what is said of what it did there, such as its score.
        series: By lane, its place among the series of figures.
        input_title: What the sample itself is called.
        reference_title: What its reference is called.
        of_page: What the page of a sample says, in the report's language.
    """

    page: PageRequest
    title: str
    subtitle: str
    box: Box | None
    notes: Mapping[str, str]
    series: Mapping[str, int] = field(default_factory=dict)
    input_title: str = "Image"
    reference_title: str = "Reference"
    of_page: Callable[[str], str] = str
