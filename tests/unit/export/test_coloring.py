from granview.core.labels import LabelSet
from granview.export.coloring import legend, recolored
from granview.export.page_content import LegendEntry
from granview.scoring.matched_names import first_colors
from tests.helpers.store import LABELS


def test_a_class_has_the_colour_of_the_first_label_set_in_all() -> None:
    other = LabelSet(("Vessel", "CELL"), ((1, 2, 3), (4, 5, 6)))
    colors = first_colors([LABELS, other])
    assert recolored(other, colors).colors == ((1, 2, 3), LABELS.colors[1])
    assert recolored(LABELS, colors) == LABELS


def test_the_legend_keeps_the_order_of_first_appearance() -> None:
    names = ["road", "sky", "Road", "cell", "sky"]
    assert [entry.name for entry in legend(LegendEntry(name, (0, 0, 0)) for name in names)] == ["road", "sky", "cell"]
