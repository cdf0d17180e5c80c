"""Places and methods as the command line takes them."""

from argparse import ArgumentParser

import pytest

from granview.cli.explain_options import add_explain_options, explain_queries
from granview.core.errors import ArgumentError
from granview.core.explain_query import BoxPlace, ExplainQuery, PointPlace, SpanPlace
from granview.core.sample_kind import Kind


def parse(*arguments: str) -> dict[Kind, list[ExplainQuery]]:
    parser = ArgumentParser()
    add_explain_options(parser)
    return explain_queries(parser.parse_args(arguments))


def test_nothing_is_asked_unless_it_is_asked_for() -> None:
    assert parse() == {"image": [], "text": []}


def test_every_method_is_asked_at_every_place_of_its_kind() -> None:
    asked = parse("--explain", "rollout", "attention", "--explain-at", "3,4", "--explain-at", "0,0,5,6")
    assert [(query.method, query.place) for query in asked["image"]] == [
        ("rollout", PointPlace(3, 4)),
        ("rollout", BoxPlace(0, 0, 5, 6)),
        ("attention", PointPlace(3, 4)),
        ("attention", BoxPlace(0, 0, 5, 6)),
    ]
    assert [query.place for query in asked["text"]] == [None, None]


def test_stretches_of_texts_layers_and_heads() -> None:
    (query,) = parse(
        *("--explain", "attention", "--explain-at", "2:9", "--explain-direction", "to"),
        *("--explain-layer", "1", "--explain-head", "0", "--explain-stack", "cross", "--explain-overview"),
    )["text"]
    assert query == ExplainQuery("attention", SpanPlace(2, 9), "to", layer=1, head=0, stack="cross", overview=True)


def test_what_is_no_method_is_a_bad_argument(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        parse("--explain", "rollout", "foo")
    assert "'foo'" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["here", "1", "1,2,3", "1:2:3", "a:b", ""])
def test_what_is_no_place_is_a_bad_argument(place: str) -> None:
    with pytest.raises(ArgumentError, match="is not a place"):
        parse("--explain", "rollout", "--explain-at", place)


def test_a_depth_out_of_range_is_a_bad_argument() -> None:
    with pytest.raises(ArgumentError, match="depth is 2"):
        parse("--explain", "rollout", "--explain-depth", "2")
