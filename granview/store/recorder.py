"""Writing what the engine reports into a session; each function is called inside one transaction."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from granview.core.events import CostMeasured, Event, LaneReady, ResultArrived, SampleFailed
from granview.core.lane import ModelFacts
from granview.core.measurements import Cost, Timing
from granview.core.messages import Failure, Result
from granview.core.sample import Sample
from granview.store.cell_decoding import Damaged, from_json
from granview.store.edits import stored_parts, stored_prompts, takes_prompts
from granview.store.stored_references import reference_places, stored_references

STALE_REFERENCE: Final = "The reference was changed while this ran, so that it is not scored. Run it again."
STALE_PROMPTS: Final = "Other prompts were given while this ran, so that it is not scored. Run it again."
STALE_WEIGHTS: Final = ("The model's weights have changed since this ran.", "Run it again.")
STALE_CLASSES: Final = ("The model's classes have changed since this ran.", "Run it again.")

_TIMES = (
    "preprocess_ms, forward_ms, postprocess_ms, decode_ms, score_ms, batch_size, warmup, first_token_ms, new_tokens"
)
_UPSERT = f"""
INSERT INTO results (sample_id, lane_id, run_id, request_id, status, error, hint, notices, {_TIMES},
                     reference_labels_id, class_map_id, statistics)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (sample_id, lane_id) DO UPDATE SET
    run_id = excluded.run_id, request_id = excluded.request_id, status = excluded.status, error = excluded.error,
    hint = excluded.hint, notices = excluded.notices, preprocess_ms = excluded.preprocess_ms,
    forward_ms = excluded.forward_ms, postprocess_ms = excluded.postprocess_ms, decode_ms = excluded.decode_ms,
    score_ms = excluded.score_ms, batch_size = excluded.batch_size, warmup = excluded.warmup,
    first_token_ms = excluded.first_token_ms, new_tokens = excluded.new_tokens,
    reference_labels_id = excluded.reference_labels_id, class_map_id = excluded.class_map_id,
    statistics = excluded.statistics
WHERE (excluded.run_id, excluded.request_id) >= (results.run_id, results.request_id)
RETURNING id"""
_UNTIMED: Final = (None,) * 9


def write_events(connection: sqlite3.Connection, run_id: int, events: Sequence[Event]) -> None:
    """Write results, failures, facts and costs; other events are not for the session.

    A result older than the one that is there, or of a sample or lane that was removed meanwhile, is left out.
    """
    for event in events:
        match event:
            case ResultArrived(lane, result):
                _write_result(connection, run_id, lane, result)
            case SampleFailed(lane, failure):
                _write_failure(connection, run_id, lane, failure)
            case LaneReady():
                _write_facts(connection, event)
            case CostMeasured(lane, cost):
                _write_cost(connection, lane, cost)


def _write_result(connection: sqlite3.Connection, run_id: int, lane: str, result: Result) -> None:
    keys = _keys(connection, result.sample, lane)
    if keys is None:
        return
    sample_id, lane_id, first, record, further, prompts, spec = keys
    current = reference_places(first, record, further) == [(one.path, one.record) for one in result.sample.references]
    is_asked = stored_prompts(result.sample.prompts) == prompts or not takes_prompts(spec)
    scored = current and is_asked and result.reference_labels is not None
    notices = result.notices if current else (*result.notices, STALE_REFERENCE)
    notices = notices if is_asked else (*notices, STALE_PROMPTS)
    result_id = _upsert(
        connection,
        (
            *(sample_id, lane_id, run_id, result.request_id, "ok", "", ""),
            _json(notices),
            *_times(result.timing),
            _document(connection, result.reference_labels if scored else None),
            _document(connection, result.class_map if scored else None),
            msgspec.msgpack.encode(result.statistics) if scored else None,
        ),
    )
    if result_id is None:
        return
    _write_hashes(connection, sample_id, result.sample, current)
    _write_cost(connection, lane, result.cost)
    _replace(connection, "predictions", result_id, msgspec.msgpack.encode(result.prediction))
    units = result.units if scored else None
    _replace(connection, "units", result_id, None if units is None else msgspec.msgpack.encode(units))


def _write_failure(connection: sqlite3.Connection, run_id: int, lane: str, failure: Failure) -> None:
    keys = _keys(connection, failure.sample, lane)
    if keys is None:
        return
    head = (keys[0], keys[1], run_id, failure.request_id, "failed", failure.error, failure.hint, _json(()))
    result_id = _upsert(connection, (*head, *_UNTIMED, None, None, None))
    if result_id is not None:
        _replace(connection, "predictions", result_id, None)
        _replace(connection, "units", result_id, None)


def _write_facts(connection: sqlite3.Connection, ready: LaneReady) -> None:
    row = connection.execute("SELECT id, facts FROM lanes WHERE name = ?", (ready.lane,)).fetchone()
    if row is None:
        return
    before = _known_facts(row[1])
    facts = ready.facts.after(before)
    if before is not None and before.weights_sha256 not in (None, ready.facts.weights_sha256):
        _fail_all(connection, row[0], *STALE_WEIGHTS)
    elif before is not None and len(before.labels) and before.labels.names != facts.labels.names:
        _fail_all(connection, row[0], *STALE_CLASSES)
    connection.execute("UPDATE lanes SET facts = ? WHERE id = ?", (_json(facts), row[0]))


def _known_facts(text: Any) -> ModelFacts | None:
    """What was known of a model before; damaged facts are replaced by the new ones."""
    try:
        return None if text is None else from_json(text, ModelFacts, "a model")
    except Damaged:
        return None


def _fail_all(connection: sqlite3.Connection, lane_id: int, error: str, hint: str) -> None:
    of_lane = "(SELECT id FROM results WHERE lane_id = ?)"
    connection.execute(f"DELETE FROM predictions WHERE result_id IN {of_lane}", (lane_id,))
    connection.execute(f"DELETE FROM units WHERE result_id IN {of_lane}", (lane_id,))
    blank = ", ".join(f"{column.strip()} = NULL" for column in _TIMES.split(","))
    connection.execute(
        f"""UPDATE results SET status = 'failed', error = ?, hint = ?, notices = '[]', {blank},
            reference_labels_id = NULL, class_map_id = NULL, statistics = NULL
            WHERE lane_id = ? AND status = 'ok'""",
        (error, hint, lane_id),
    )


def _write_cost(connection: sqlite3.Connection, lane: str, cost: Cost) -> None:
    if cost != Cost():
        connection.execute("UPDATE lanes SET cost = ? WHERE name = ?", (_json(cost), lane))


_Keys = tuple[int, int, str | None, str | None, bytes | None, bytes | None, str]


def _keys(connection: sqlite3.Connection, sample: Sample, lane: str) -> _Keys | None:
    """Ids of sample and lane, references and prompts that the sample has now, and the lane's specification.

    None when either is not in the session.
    """
    found: _Keys | None = connection.execute(
        """SELECT s.id, l.id, s.reference_path, s.reference_record, s.more_references, s.prompts, l.spec
           FROM samples s, lanes l
           WHERE s.name = ? AND s.path = ? AND l.name = ?""",
        (sample.name, sample.path, lane),
    ).fetchone()
    return found


def _upsert(connection: sqlite3.Connection, values: tuple[object, ...]) -> int | None:
    row = connection.execute(_UPSERT, values).fetchone()
    return None if row is None else int(row[0])


def _write_hashes(connection: sqlite3.Connection, sample_id: int, sample: Sample, reference_too: bool) -> None:
    connection.execute(
        "UPDATE samples SET sha256 = coalesce(?, sha256), size_bytes = coalesce(?, size_bytes) WHERE id = ?",
        (sample.sha256, sample.size_bytes, sample_id),
    )
    if any(part.sha256 is not None for part in sample.parts):
        connection.execute("UPDATE samples SET parts = ? WHERE id = ?", (stored_parts(sample.parts), sample_id))
    if reference_too and any(each.sha256 is not None for each in sample.more_references):
        further = stored_references(sample.more_references)
        connection.execute("UPDATE samples SET more_references = ? WHERE id = ?", (further, sample_id))
    if reference_too and sample.reference is not None and sample.reference.sha256 is not None:
        connection.execute("UPDATE samples SET reference_sha256 = ? WHERE id = ?", (sample.reference.sha256, sample_id))


def _document(connection: sqlite3.Connection, thing: msgspec.Struct | None) -> int | None:
    """The id of a JSON text that many results share; written once."""
    if thing is None:
        return None
    text = _json(thing)
    connection.execute("INSERT OR IGNORE INTO documents (data) VALUES (?)", (text,))
    return int(connection.execute("SELECT id FROM documents WHERE data = ?", (text,)).fetchone()[0])


def _replace(connection: sqlite3.Connection, table: str, result_id: int, data: bytes | None) -> None:
    if data is None:
        connection.execute(f"DELETE FROM {table} WHERE result_id = ?", (result_id,))
    else:
        connection.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", (result_id, data))


def _times(timing: Timing) -> tuple[float | int | None, ...]:
    return (
        *(timing.preprocess_ms, timing.forward_ms, timing.postprocess_ms, timing.decode_ms, timing.score_ms),
        *(timing.batch_size, int(timing.warmup), timing.first_token_ms, timing.new_tokens),
    )


def _json(thing: object) -> str:
    return msgspec.json.encode(thing).decode()
