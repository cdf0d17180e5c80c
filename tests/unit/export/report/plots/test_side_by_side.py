from granview.export.report.drawing import Area, Dot, Drawing, Label, Line
from granview.export.report.plots.side_by_side import GAP, side_by_side

ONE = Drawing(100, 50, (Line(((0, 0), (1, 1))), Area(((0, 0), (2, 0), (2, 2)), 0), Dot(3, 4, 1, 0), Label(5, 6, "a")))


def test_drawings_stand_in_rows_beside_each_other() -> None:
    found = side_by_side([ONE, ONE, ONE], 2)
    assert (found.width, found.height) == (200 + GAP, 100 + GAP)
    second, third = found.shapes[4:8], found.shapes[8:]
    assert second[0] == Line(((100 + GAP, 0), (101 + GAP, 1)))
    assert third[1] == Area(((0, 50 + GAP), (2, 50 + GAP), (2, 52 + GAP)), 0)
    assert (third[2], third[3]) == (Dot(3, 54 + GAP, 1, 0), Label(5, 56 + GAP, "a"))


def test_one_drawing_alone_is_as_it_was() -> None:
    assert side_by_side([ONE], 1) == ONE
