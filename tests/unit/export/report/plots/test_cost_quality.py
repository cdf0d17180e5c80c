from itertools import pairwise

import pytest

from granview.export.report.drawing import Dot, Label, Line, text_width
from granview.export.report.plots.cost_quality import CostDot, CostPlot, cost_quality


def test_names_cover_neither_each_other_nor_a_dot() -> None:
    dots = [CostDot(f"segformer-model-{place}", place, 10.0 + place * 0.2, 0.8 + place * 0.001) for place in range(6)]
    drawing = cost_quality(CostPlot(tuple(dots), (), "ms", "mIoU", True, 1.0))
    names = {dot.name for dot in dots}
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text in names]
    assert len(labels) == len(dots)
    boxes = [(each.x, each.y - 12, each.x + text_width(each.text, each.size), each.y + 4) for each in labels]
    for place, one in enumerate(boxes):
        assert 0 <= one[0] <= one[2] <= drawing.width
        for other in boxes[place + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_one_lane_alone_and_equal_lanes_are_drawn() -> None:
    for n in (1, 3):
        drawing = cost_quality(CostPlot((CostDot("a", 0, 5.0, 1.0),) * n, ("a",), "ms", "F1", True, 1.0))
        assert sum(isinstance(shape, Dot) for shape in drawing.shapes) == n


def test_only_lanes_of_the_front_are_joined() -> None:
    dots = (CostDot("a", 0, 1.0, 0.5), CostDot("b", 1, 2.0, 0.4), CostDot("c", 2, 4.0, 0.9))
    drawing = cost_quality(CostPlot(dots, ("a", "c"), "ms", "mIoU", True, 1.0))
    (joined,) = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.is_dashed]
    assert len(joined.places) == 2


@pytest.mark.parametrize("costs", [(29_751.0, 4_211_839.0), (1e3, 1e12), (1.0, 1.001), (2.0e6, 2.4e6)])
def test_names_of_ticks_do_not_touch_in_a_narrow_plot(costs: tuple[float, float]) -> None:
    dots = tuple(CostDot(f"lane{place}", place, cost, 0.5) for place, cost in enumerate(costs))
    drawing = cost_quality(
        CostPlot(dots, (), "a cost that has a name of many words, MB (logarithmic)", "F", True, 1.0), 340
    )
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.anchor == "middle"]
    by_line: dict[float, list[tuple[float, float]]] = {}
    for each in labels:
        half = text_width(each.text, each.size) / 2
        by_line.setdefault(each.y, []).append((each.x - half, each.x + half))
    for ends in by_line.values():
        assert all(right <= left for (_, right), (left, _) in pairwise(ends))
        assert all(left >= 0 and right <= drawing.width for left, right in ends)
