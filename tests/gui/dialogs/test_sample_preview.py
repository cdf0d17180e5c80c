"""What is drawn of a data set's sample before it is loaded."""

import pytest

from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.gui.dialogs.sample_preview import background_names


@pytest.mark.parametrize(
    ("names", "clear"),
    [
        (("background", "cell"), {"background"}),
        (("_background_", "cell"), {"_background_"}),
        (("0", "1", "2"), {"0"}),
        (("road", "sky"), set()),
        (("1", "2"), set()),
    ],
)
def test_no_colour_lies_over_the_background_of_a_preview(names: tuple[str, ...], clear: set[str]) -> None:
    assert background_names(LabelSet(names, class_colors(names))) == clear
