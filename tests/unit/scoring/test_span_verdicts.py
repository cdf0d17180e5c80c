from granview.core.text import Span
from granview.scoring.matched_names import MatchedNames
from granview.scoring.span_verdicts import SpanVerdict, judge_spans

KNOWN = [Span(0, 5, "PER"), Span(10, 15, "ORG"), Span(20, 30, "LOC"), Span(40, 45, "PER")]


def test_every_verdict() -> None:
    said = [
        Span(0, 5, "per"),
        Span(10, 15, "LOC"),
        Span(24, 35, "LOC"),
        Span(41, 44, "ORG"),
        Span(60, 62, "PER"),
    ]
    judged, missed = judge_spans(said, KNOWN)
    assert [one.verdict for one in judged] == [
        SpanVerdict.RIGHT,
        SpanVerdict.TYPE,
        SpanVerdict.BOUNDS,
        SpanVerdict.INVENTED,
        SpanVerdict.INVENTED,
    ]
    assert [one.other for one in judged[:3]] == KNOWN[:3]
    assert [one.span for one in missed] == [KNOWN[3]]


def test_nested_spans_are_told_apart_by_their_bounds() -> None:
    known = [Span(0, 20, "ORG"), Span(14, 20, "LOC")]
    judged, missed = judge_spans([Span(14, 20, "LOC")], known)
    assert [one.verdict for one in judged] == [SpanVerdict.RIGHT]
    assert [one.span for one in missed] == [known[0]]


def test_two_spans_over_one_known_one_leave_nothing_missed() -> None:
    judged, missed = judge_spans([Span(20, 24, "LOC"), Span(25, 30, "LOC")], KNOWN[2:3])
    assert [one.verdict for one in judged] == [SpanVerdict.BOUNDS] * 2
    assert missed == []


def test_without_spans_all_are_missed_and_without_known_ones_all_are_invented() -> None:
    assert len(judge_spans([], KNOWN)[1]) == 4
    assert [one.verdict for one in judge_spans(KNOWN, [])[0]] == [SpanVerdict.INVENTED] * 4


def test_a_type_counts_as_what_it_is_mapped_to() -> None:
    names = MatchedNames(by_model={"PERSON": "PER", "LOCATION": "LOC", "LOC": "LOC (model)"})
    said = [Span(0, 5, "PERSON"), Span(20, 25, "LOCATION"), Span(21, 30, "LOC")]
    judged, missed = judge_spans(said, KNOWN, names)
    assert [one.verdict for one in judged] == [SpanVerdict.RIGHT, SpanVerdict.BOUNDS, SpanVerdict.INVENTED]
    assert judged[0].span.label == "PERSON"
    assert missed == [type(judged[0])(span, SpanVerdict.MISSED) for span in (KNOWN[1], KNOWN[3])]
