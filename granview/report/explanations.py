"""Explanations as tables: the numbers of each one, and how alike those of two lanes are."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from typing import Final

import msgspec

from granview.core.explain_query import ExplainQuery
from granview.core.explanation import HeatMaps
from granview.report.results import Row
from granview.scoring.explanation_measures import similarity
from granview.store.reader import SessionReader
from granview.store.rows import ExplanationRow

COLUMNS: Final = (
    "sample", "lane", "method", "stack", "layer", "depth", "head", "direction", "place", "target",
)  # fmt: skip
SIMILARITY_COLUMNS: Final = ("sample", "method", "place", "lane", "other", "pearson", "cosine", "jensen_shannon")


def explanation_columns(rows: Sequence[ExplanationRow]) -> tuple[str, ...]:
    """The headers of ``explanations.csv``: what was asked, then the numbers that any answer has."""
    return (*COLUMNS, *dict.fromkeys(name for row in rows for name in row.packed.numbers))


def explanation_rows(rows: Sequence[ExplanationRow]) -> list[Row]:
    """One row per explain query and lane; a number that an explanation lacks is None."""
    columns = explanation_columns(rows)
    return [dict.fromkeys(columns) | _asked(row) | dict(row.packed.numbers) for row in rows]


def similarity_rows(session: SessionReader) -> Iterator[Row]:
    """How alike the maps of each two lanes are that were asked the same about the same sample.

    Maps are compared on the finer one's grid; weights over tokens are not, since tokens differ.
    """
    places = {lane.name: place for place, lane in enumerate(session.lanes())}
    rows = sorted(session.explanations(), key=lambda row: (*_query_of(row), places[row.lane]))
    for (sample, packed_query), group in groupby(rows, key=_query_of):
        maps = [(row.lane, row.explanation.weights) for row in group]
        query = msgspec.json.decode(packed_query, type=ExplainQuery)
        for (lane, ours), (other, theirs) in combinations(maps, 2):
            if isinstance(ours, HeatMaps) and isinstance(theirs, HeatMaps):
                head: Row = {"sample": sample, "method": query.method, "place": place_text(query)}
                values = similarity(ours.values, theirs.values)
                yield dict.fromkeys(SIMILARITY_COLUMNS) | head | {"lane": lane, "other": other} | dict(values)


def place_text(query: ExplainQuery) -> str:
    """Where was asked about, such as ``point 12,34``; empty for everywhere."""
    if query.place is None:
        return ""
    fields = msgspec.to_builtins(query.place)
    kind = fields.pop("type")
    if kind == "mask":
        return "region"
    numbers = [f"{value:g}" for value in fields.values() if isinstance(value, int | float)]
    words = [value for value in fields.values() if isinstance(value, str) and value != "text"]
    return " ".join([kind, ",".join(numbers), *words])


def _query_of(row: ExplanationRow) -> tuple[str, bytes]:
    return row.sample, msgspec.json.encode(row.query)


def _asked(row: ExplanationRow) -> Row:
    packed = row.packed
    return {
        "sample": row.sample,
        "lane": row.lane,
        "method": packed.method,
        "stack": packed.stack or None,
        "layer": packed.layer,
        "depth": row.query.depth,
        "head": packed.head,
        "direction": row.query.direction,
        "place": place_text(row.query),
        "target": packed.target,
    }
