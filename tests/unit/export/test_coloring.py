import numpy as np

from granview.core.labels import LabelSet
from granview.export.coloring import legend, present_classes, recolored
from granview.export.overlay import UNNAMED
from granview.export.page_content import LegendEntry
from granview.scoring.matched_names import first_colors
from tests.helpers.store import LABELS


def test_a_class_has_the_colour_of_the_first_label_set_in_all() -> None:
    other = LabelSet(("Vessel", "CELL"), ((1, 2, 3), (4, 5, 6)))
    colors = first_colors([LABELS, other])
    assert recolored(other, colors).colors == ((1, 2, 3), LABELS.colors[1])
    assert recolored(LABELS, colors) == LABELS


def test_classes_present_leave_out_void_and_number_the_unknown() -> None:
    entries = present_classes(np.array([[255, 2, 0], [9, 0, 0]], np.uint8), LABELS)
    assert [(entry.name, entry.color) for entry in entries] == [
        ("background", LABELS.colors[0]),
        ("membrane", LABELS.colors[2]),
        ("9", UNNAMED),
    ]


def test_the_legend_keeps_the_order_of_first_appearance() -> None:
    names = ["road", "sky", "Road", "cell", "sky"]
    assert [entry.name for entry in legend(LegendEntry(name, (0, 0, 0)) for name in names)] == ["road", "sky", "cell"]
