from granview.export.report.drawing import Dot, Label, text_width
from granview.export.report.plots.cost_quality import CostDot, cost_quality


def test_names_cover_neither_each_other_nor_a_dot() -> None:
    dots = [CostDot(f"segformer-model-{place}", place, 10.0 + place * 0.2, 0.8 + place * 0.001) for place in range(6)]
    drawing = cost_quality(dots, "ms", "mIoU", True, 1.0)
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
        drawing = cost_quality([CostDot("a", 0, 5.0, 1.0)] * n, "ms", "F1", True, 1.0)
        assert sum(isinstance(shape, Dot) for shape in drawing.shapes) == n
