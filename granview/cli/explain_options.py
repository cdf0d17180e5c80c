"""The options of ``granview run`` that ask models for explanations."""

from argparse import ArgumentParser, Namespace

from granview.core.errors import ArgumentError
from granview.core.explain_methods import METHOD_NAMES
from granview.core.explain_query import BoxPlace, ExplainQuery, Place, PointPlace, SpanPlace
from granview.core.sample_kind import SAMPLE_KINDS, Kind


def add_explain_options(parser: ArgumentParser) -> None:
    """Add the group of options."""
    group = parser.add_argument_group("explanations, in passes of their own")
    *names, last = METHOD_NAMES.all()
    group.add_argument(
        "--explain",
        action="extend",
        nargs="+",
        default=[],
        choices=(*names, last),
        metavar="METHOD",
        help=f"{', '.join(names)} or {last}; written to explanations/ and explanations.csv",
    )
    group.add_argument(
        "--explain-at",
        action="append",
        default=[],
        metavar="PLACE",
        help="X,Y or X0,Y0,X1,Y1 in pixels, or START:END in code points of a text; repeatable (default: everywhere)",
    )
    group.add_argument(
        "--explain-direction",
        choices=("from", "to"),
        default="from",
        help="what the place attends to, or what attends to it (default: from)",
    )
    group.add_argument("--explain-depth", type=float, metavar="D", help="the layer, 0 the first to 1 the last")
    group.add_argument("--explain-layer", type=int, metavar="N", help="the layer, from 0")
    group.add_argument("--explain-head", type=int, metavar="N", help="the head, from 0 (default: the mean)")
    group.add_argument("--explain-stack", metavar="NAME", help="image, encoder, decoder or cross (default: the first)")
    group.add_argument("--explain-class", type=int, metavar="N", help="class to explain (default: the predicted one)")
    group.add_argument("--explain-overview", action="store_true", help="keep all layers and heads too")


def explain_queries(options: Namespace) -> dict[Kind, list[ExplainQuery]]:
    """The questions about samples of each kind.

    Raises:
        ArgumentError: a place cannot be read, or a value is out of range.
    """
    places = [_place(text) for text in options.explain_at]
    return {
        name: [
            _query(options, method, place)
            for method in options.explain
            for place in [place for place in places if isinstance(place, kind.places)] or (None,)
        ]
        for name, kind in SAMPLE_KINDS.all().items()
    }


def _query(options: Namespace, method: str, place: Place | None) -> ExplainQuery:
    return ExplainQuery(
        method,
        place,
        options.explain_direction,
        depth=options.explain_depth,
        layer=options.explain_layer,
        head=options.explain_head,
        stack=options.explain_stack,
        target=options.explain_class,
        overview=options.explain_overview,
    )


def _place(text: str) -> Place:
    try:
        if ":" in text:
            start, end = (int(part) for part in text.split(":"))
            return SpanPlace(start, end)
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 2:
        return PointPlace(*numbers)
    if len(numbers) == 4:
        return BoxPlace(*numbers)
    raise ArgumentError(f"'{text}' is not a place.", "Use X,Y or X0,Y0,X1,Y1 for images, START:END for texts.")
