from granview.core.sample import Reference, Sample
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.text import ReferenceText
from granview.io.shown_reference import references_besides, shown_reference
from tests.helpers.reference_formats import TruePoints, points_format

MASK, POINTS = Reference("/a.png"), Reference("/a.points.json")
SAMPLE = Sample("a", "/a.jpg", reference=MASK, more_references=(POINTS,))


def test_the_first_lane_that_can_be_compared_decides() -> None:
    with points_format():
        assert shown_reference(SAMPLE, [ReferenceText, TruePoints, ReferenceMask]) == (POINTS, TruePoints)
        assert shown_reference(SAMPLE, [ReferenceMask, TruePoints]) == (MASK, ReferenceMask)


def test_where_no_lane_compares_the_first_is_read_as_its_name_says() -> None:
    assert shown_reference(SAMPLE, []) == (MASK, None)
    assert shown_reference(SAMPLE, [ReferenceText]) == (MASK, None)
    assert shown_reference(Sample("b", "/b.jpg"), [ReferenceMask]) is None


def test_besides_the_one_that_is_shown_are_those_that_other_lanes_are_compared_with() -> None:
    with points_format():
        assert references_besides(SAMPLE, POINTS, [TruePoints]) == ()
        assert references_besides(SAMPLE, POINTS, [TruePoints, ReferenceMask, ReferenceMask]) == (MASK,)
        assert references_besides(SAMPLE, MASK, [ReferenceMask, TruePoints, ReferenceText]) == (POINTS,)
