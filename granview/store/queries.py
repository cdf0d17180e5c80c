"""Reading a session: each function takes a connection and returns plain data."""

import sqlite3
from typing import Any, Final, TypeVar

import msgspec

from granview.core.errors import SessionError
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PackedExplanation
from granview.core.labels import ClassMap, LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.messages import Cost, RunParams, Timing
from granview.core.prediction import PackedPrediction, Prediction, unpack_prediction
from granview.core.sample import Reference, Sample
from granview.core.text import TextInput, TextReference
from granview.core.unit import PackedUnits, UnitTable, unpack_units
from granview.store.rows import ExplanationRow, LaneRecord, ResultRow, RunRecord

T = TypeVar("T")
_prediction: msgspec.msgpack.Decoder[PackedPrediction] = msgspec.msgpack.Decoder(PackedPrediction)
_units: msgspec.msgpack.Decoder[PackedUnits] = msgspec.msgpack.Decoder(PackedUnits)
_notices: msgspec.json.Decoder[tuple[str, ...]] = msgspec.json.Decoder(tuple[str, ...])
_text: msgspec.msgpack.Decoder[TextInput] = msgspec.msgpack.Decoder(TextInput)
_reference_text: msgspec.msgpack.Decoder[TextReference] = msgspec.msgpack.Decoder(TextReference)
_explanation: msgspec.msgpack.Decoder[PackedExplanation] = msgspec.msgpack.Decoder(PackedExplanation)
_NO_NOTICES: Final = "[]"

_RESULTS: Final = """
SELECT s.name, l.name, r.status, r.run_id, r.request_id, r.error, r.hint, r.notices,
       r.preprocess_ms, r.forward_ms, r.postprocess_ms, r.decode_ms, r.score_ms, r.batch_size, r.warmup,
       r.first_token_ms, r.new_tokens, r.reference_labels_id, r.class_map_id, r.statistics
FROM results r JOIN samples s ON s.id = r.sample_id JOIN lanes l ON l.id = r.lane_id
{where} ORDER BY r.sample_id, r.lane_id"""


def read_samples(connection: sqlite3.Connection) -> list[Sample]:
    """Every sample, in the order in which they were added."""
    rows = connection.execute(
        """SELECT name, path, sha256, size_bytes, kind, record, text, reference_path, reference_sha256, reference_text
           FROM samples ORDER BY id"""
    )
    return [
        Sample(name, path, sha256, size, _reference(*reference), kind, record, _unpacked_or_none(text, _text))
        for name, path, sha256, size, kind, record, text, *reference in rows
    ]


def _reference(path: str | None, sha256: str | None, text: bytes | None) -> Reference | None:
    return None if path is None else Reference(path, sha256, _unpacked_or_none(text, _reference_text))


def read_lanes(connection: sqlite3.Connection) -> list[LaneRecord]:
    """Every lane, in the order in which they were added."""
    rows = connection.execute("SELECT spec, facts, cost FROM lanes ORDER BY id")
    return [
        LaneRecord(_decode(spec, LaneSpec), _decode_or_none(facts, ModelFacts), _decode_or_none(cost, Cost))
        for spec, facts, cost in rows
    ]


def read_runs(connection: sqlite3.Connection) -> list[RunRecord]:
    """Every run, oldest first."""
    rows = connection.execute("SELECT id, started_at, params, seeds, environment FROM runs ORDER BY id")
    return [
        RunRecord(id_, at, _decode(params, RunParams), _decode(seeds, dict[str, int]), _decode(env, dict[str, str]))
        for id_, at, params, seeds, env in rows
    ]


def read_results(connection: sqlite3.Connection, lane: str | None, sample: str | None) -> list[ResultRow]:
    """Results in sample order, then lane order; of one lane, or one sample, where it is given."""
    wanted = {"l.name = ?": lane, "s.name = ?": sample}
    conditions = [condition for condition, value in wanted.items() if value is not None]
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    values = [value for value in wanted.values() if value is not None]
    documents = _Documents(connection)
    return [_result_row(row, documents) for row in connection.execute(_RESULTS.format(where=where), values)]


def _result_row(row: tuple[Any, ...], documents: "_Documents") -> ResultRow:
    sample, lane, status, run_id, request_id, error, hint, notices, *times = row[:17]
    pre, forward, post, decode, score, batch_size, warmup, *writing = times
    return ResultRow(
        *(sample, lane, status, run_id, request_id, error, hint),
        () if notices == _NO_NOTICES else _notices.decode(notices),
        None if batch_size is None else Timing(pre, forward, post, decode, score, batch_size, bool(warmup), *writing),
        documents.get(row[17], LabelSet),
        documents.get(row[18], ClassMap),
        row[19],
    )


class _Documents:
    """The texts that many results share, decoded once each."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, Any] = {}

    def get(self, id_: int | None, kind: type[T]) -> T | None:
        if id_ is None:
            return None
        if id_ not in self._known:
            text = self._connection.execute("SELECT data FROM documents WHERE id = ?", (id_,)).fetchone()[0]
            self._known[id_] = _decode(text, kind)
        found: T = self._known[id_]
        return found


def read_prediction(connection: sqlite3.Connection, sample: str, lane: str) -> Prediction | None:
    """What a lane said about a sample; None where there is no result, or it failed."""
    data = _blob(connection, "predictions", sample, lane)
    return None if data is None else unpack_prediction(_unpacked(data, _prediction))


def read_units(connection: sqlite3.Connection, sample: str, lane: str) -> UnitTable | None:
    """The unit rows of a lane and a sample; None where there is no result, or no reference."""
    data = _blob(connection, "units", sample, lane)
    return None if data is None else unpack_units(_unpacked(data, _units))


def read_explanations(connection: sqlite3.Connection, sample: str | None) -> list[ExplanationRow]:
    """What lanes answered to questions, in the order in which they were asked; about one sample where it is given."""
    rows = connection.execute(
        """SELECT s.name, l.name, e.query, e.data FROM explanations e
           JOIN samples s ON s.id = e.sample_id JOIN lanes l ON l.id = e.lane_id
           WHERE ?1 IS NULL OR s.name = ?1 ORDER BY e.id""",
        (sample,),
    )
    return [
        ExplanationRow(name, lane, _decode(query, ExplainQuery), _unpacked(data, _explanation))
        for name, lane, query, data in rows
    ]


def _blob(connection: sqlite3.Connection, table: str, sample: str, lane: str) -> bytes | None:
    row = connection.execute(
        f"""SELECT b.data FROM {table} b JOIN results r ON r.id = b.result_id
            JOIN samples s ON s.id = r.sample_id JOIN lanes l ON l.id = r.lane_id
            WHERE s.name = ? AND l.name = ?""",
        (sample, lane),
    ).fetchone()
    return None if row is None else row[0]


def _decode_or_none(text: str | None, kind: type[T]) -> T | None:
    return None if text is None else _decode(text, kind)


def _decode(text: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError as error:
        raise _damaged(error) from error


def _unpacked_or_none(data: bytes | None, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
    return None if data is None else _unpacked(data, decoder)


def _unpacked(data: bytes, decoder: msgspec.msgpack.Decoder[T]) -> T:
    try:
        return decoder.decode(data)
    except msgspec.DecodeError as error:
        raise _damaged(error) from error


def _damaged(error: msgspec.DecodeError) -> SessionError:
    return SessionError(f"The session holds something that cannot be read: {error}.", "Open a copy of it, if any.")
