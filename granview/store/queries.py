"""Reading a session: each function takes a connection and returns plain data.

A row that cannot be read is left out and noted in the damage log, and so is the rest of a table whose pages are
damaged; what was asked for by name raises instead.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

import msgspec

from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PackedExplanation
from granview.core.labels import ClassMap, LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost, Timing
from granview.core.prediction import Prediction, packed_type, unpack_prediction
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.text import TextInput
from granview.core.unit import PackedUnits, UnitTable, unpack_units
from granview.store.cell_decoding import Damaged, checked_cell, from_blob, from_json, unpacked
from granview.store.damage_log import DamageLog
from granview.store.present import PRESENT
from granview.store.row_types import ExplanationCells, ResultCells, RunCells, SampleCells
from granview.store.rows import ExplanationRow, LaneRecord, ResultRow, RunRecord
from granview.store.stored_references import DECODER, FURTHER, restored_reference

T = TypeVar("T")
Cells = tuple[Any, ...]
"""A row as SQLite gives it."""

_units: msgspec.msgpack.Decoder[PackedUnits] = msgspec.msgpack.Decoder(PackedUnits)
_notices: msgspec.json.Decoder[tuple[str, ...]] = msgspec.json.Decoder(tuple[str, ...])
_text: msgspec.msgpack.Decoder[TextInput] = msgspec.msgpack.Decoder(TextInput)
_parts: msgspec.msgpack.Decoder[tuple[Part, ...]] = msgspec.msgpack.Decoder(tuple[Part, ...])
_prompts: msgspec.msgpack.Decoder[tuple[ObjectPrompt, ...]] = msgspec.msgpack.Decoder(tuple[ObjectPrompt, ...])
_columns: msgspec.msgpack.Decoder[tuple[tuple[str, float | str], ...]] = msgspec.msgpack.Decoder(
    tuple[tuple[str, float | str], ...]
)
_explanation: msgspec.msgpack.Decoder[PackedExplanation] = msgspec.msgpack.Decoder(PackedExplanation)
_NO_NOTICES: Final = "[]"

_RESULTS: Final = """
SELECT s.name, l.name, r.status, r.run_id, r.request_id, r.error, r.hint, r.notices,
       r.preprocess_ms, r.forward_ms, r.postprocess_ms, r.decode_ms, r.score_ms, r.batch_size, r.warmup,
       r.first_token_ms, r.new_tokens, r.reference_labels_id, r.class_map_id, r.statistics
FROM results r JOIN samples s ON s.id = r.sample_id JOIN lanes l ON l.id = r.lane_id
{where} ORDER BY r.sample_id, r.lane_id"""


def _readable(rows: Iterable[Cells], what: str, make: Callable[[Cells], T], damage_log: DamageLog) -> list[T]:
    """What is made of each row, but for those that cannot be read.

    Args:
        rows: The rows; the first cell names each.
        what: What a row is.
        make: Raises ``Damaged`` for a row that is.
        damage_log: Where damage is noted.
    """
    found: list[T] = []
    try:
        for row in rows:
            try:
                found.append(make(row))
            except Damaged:
                damage_log.note(f"{what} '{row[0]}'" if isinstance(row[0], str | int) else f"a {what}")
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        damage_log.note(f"the part with the {what}s after the first {len(found):,}")
    return found


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is damaged, and not that it cannot be reached."""
    return any(word in str(error) for word in ("malformed", "no such", "decode", "corrupt"))


def read_samples(connection: sqlite3.Connection, damage_log: DamageLog) -> list[Sample]:
    """Every sample, in the order in which they were added, of kinds that only a plug-in knows too."""
    rows = connection.execute(
        f"""SELECT name, path, sha256, size_bytes, kind, record, text,
                   reference_path, reference_sha256, reference_text, {_late_columns(connection)}
            FROM samples WHERE id NOT IN (SELECT sample_id FROM aside_samples) ORDER BY id"""
    )
    return _readable(rows, "sample", _sample, damage_log)


_LATE: Final = ("parts", "more_references", "reference_format", "reference_record", "prompts", "data_columns")


def _late_columns(connection: sqlite3.Connection) -> str:
    """The columns that came later; an older file that is open for reading only has none."""
    columns = [row[1] for row in connection.execute("PRAGMA table_info(samples)")]
    return ", ".join(name if name in columns else "NULL" for name in _LATE)


def _sample(row: Cells) -> Sample:
    cells = checked_cell(row, SampleCells, "a sample")
    text_input = None if cells.text is None else _checked_text(from_blob(cells.text, _text, "a text"))
    return Sample(
        *(cells.name, cells.path, cells.sha256, cells.size_bytes, _reference(cells), cells.kind, cells.record),
        text_input,
        () if cells.parts is None else _checked_parts(from_blob(cells.parts, _parts, "a part of a sample")),
        () if cells.more_references is None else from_blob(cells.more_references, FURTHER, "a reference"),
        () if cells.prompts is None else from_blob(cells.prompts, _prompts, "a prompt"),
        () if cells.data_columns is None else from_blob(cells.data_columns, _columns, "a column of a data set"),
    )


def _checked_parts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The same, once their texts were seen to be texts."""
    for part in parts:
        if part.text is not None:
            _checked_text(part.text)
    return parts


def _checked_text(text: TextInput) -> TextInput:
    """The same, once its bytes were seen to be text."""
    unpacked(text, lambda text_input: (text_input.text, text_input.pair, text_input.question), "a text")
    return text


def _reference(cells: SampleCells) -> Reference | None:
    if cells.reference_path is None:
        return None
    data = cells.reference_text
    known = None if data is None else from_blob(data, DECODER, "a reference")
    return restored_reference(
        cells.reference_path, cells.reference_sha256, known, cells.reference_format or "", cells.reference_record or ""
    )


def read_lanes(connection: sqlite3.Connection, damage_log: DamageLog) -> list[LaneRecord]:
    """Every lane, in the order in which they were added."""

    def lane(cells: Cells) -> LaneRecord:
        name, spec, facts, cost = cells
        read = from_json(spec, LaneSpec, "a lane")
        if read.name != name:
            raise Damaged("a lane", "its name is another one")
        return LaneRecord(read, _or_noted(facts, ModelFacts, "model", name), _or_noted(cost, Cost, "cost", name))

    def _or_noted(text: Any, kind: type[T], what: str, name: str) -> T | None:
        try:
            return None if text is None else from_json(text, kind, what)
        except Damaged:
            damage_log.note(f"what is known of the {what} of lane '{name}'")
            return None

    rows = connection.execute(
        """SELECT name, spec, facts, cost FROM lanes
           WHERE id NOT IN (SELECT lane_id FROM aside_lanes) ORDER BY id"""
    )
    return _readable(rows, "lane", lane, damage_log)


def read_runs(connection: sqlite3.Connection, damage_log: DamageLog) -> list[RunRecord]:
    """Every run, oldest first."""
    rows = connection.execute("SELECT id, started_at, params, seeds, environment FROM runs ORDER BY id")
    return _readable(rows, "run", _run, damage_log)


def _run(row: Cells) -> RunRecord:
    cells = checked_cell(row, RunCells, "a run")
    params, seeds = from_json(cells.params, RunParams, "a run"), from_json(cells.seeds, dict[str, int], "a run")
    return RunRecord(cells.id, cells.started_at, params, seeds, from_json(cells.environment, dict[str, str], "a run"))


def read_results(
    connection: sqlite3.Connection, lane: str | None, sample: str | None, damage_log: DamageLog
) -> list[ResultRow]:
    """Results in sample order, then lane order; of one lane, or one sample, where it is given."""
    wanted = {"l.name = ?": lane, "s.name = ?": sample}
    conditions = [PRESENT, *(condition for condition, value in wanted.items() if value is not None)]
    where = f"WHERE {' AND '.join(conditions)}"
    values = [value for value in wanted.values() if value is not None]
    documents = _Documents(connection)
    rows = connection.execute(_RESULTS.format(where=where), values)
    return _readable(rows, "result of sample", lambda cells: _result(cells, documents, damage_log), damage_log)


def _result(row: Cells, documents: "_Documents", damage_log: DamageLog) -> ResultRow:
    cells = checked_cell(row, ResultCells, "a result")
    return ResultRow(
        *(cells.sample, cells.lane, cells.status, cells.run_id, cells.request_id, cells.error, cells.hint),
        () if cells.notices == _NO_NOTICES else unpacked(cells.notices, _notices.decode, "a result"),
        _timing(cells),
        documents.get(cells.reference_labels_id, LabelSet),
        documents.get(cells.class_map_id, ClassMap),
        cells.statistics,
        damage_log,
    )


def _timing(cells: ResultCells) -> Timing | None:
    if cells.batch_size is None:
        return None
    return Timing(
        *(cells.preprocess_ms, cells.forward_ms, cells.postprocess_ms, cells.decode_ms, cells.score_ms),
        *(cells.batch_size, bool(cells.warmup), cells.first_token_ms, cells.new_tokens),
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
            row = self._connection.execute("SELECT data FROM documents WHERE id = ?", (id_,)).fetchone()
            self._known[id_] = None if row is None else row[0]
        if not isinstance(self._known[id_], kind):
            self._known[id_] = from_json(self._known[id_], kind, "a list of classes")
        found: T = self._known[id_]
        return found


def read_prediction(connection: sqlite3.Connection, sample: str, lane: str) -> Prediction | None:
    """What a lane said about a sample; None where there is no result, or it failed.

    Raises:
        Damaged: it cannot be read.
        UnknownType: its type is not known here.
    """
    data = _blob(connection, "predictions", sample, lane)
    what = f"The prediction of {lane} for {sample}"
    return None if data is None else unpacked(data, unpack_prediction, what)


def read_prediction_types(connection: sqlite3.Connection, lane: str) -> dict[str, str]:
    """By sample, of which type what a lane said is, by its tag; without predictions that cannot be read."""
    rows = connection.execute(
        """SELECT s.name, p.data FROM predictions p JOIN results r ON r.id = p.result_id
           JOIN samples s ON s.id = r.sample_id JOIN lanes l ON l.id = r.lane_id WHERE l.name = ?""",
        (lane,),
    )
    found: dict[str, str] = {}
    for sample, data in rows:
        with contextlib.suppress(Damaged):
            found[sample] = unpacked(data, packed_type, f"The prediction of {lane} for {sample}")
    return found


def read_units(connection: sqlite3.Connection, sample: str, lane: str, damage_log: DamageLog) -> UnitTable | None:
    """The unit rows of a lane and a sample; None where there is no result, or no reference, or they are damaged."""
    data = _blob(connection, "units", sample, lane)
    what = f"the list of units of {lane} for {sample}"
    try:
        return None if data is None else unpacked(from_blob(data, _units, what), unpack_units, what)
    except Damaged:
        damage_log.note(what)
        return None


def read_explanations(
    connection: sqlite3.Connection, sample: str | None, damage_log: DamageLog
) -> list[ExplanationRow]:
    """What lanes answered to questions, in the order in which they were asked; about one sample where it is given."""
    rows = connection.execute(
        f"""SELECT s.name, l.name, e.query, e.data FROM explanations e
           JOIN samples s ON s.id = e.sample_id JOIN lanes l ON l.id = e.lane_id
           WHERE {PRESENT} AND (?1 IS NULL OR s.name = ?1) ORDER BY e.id""",
        (sample,),
    )
    return _readable(rows, "explanation of sample", _explained, damage_log)


def _explained(row: Cells) -> ExplanationRow:
    cells = checked_cell(row, ExplanationCells, "an explanation")
    packed = from_blob(cells.data, _explanation, "an explanation")
    unpacked(packed, PackedExplanation.unpacked, "an explanation")
    return ExplanationRow(cells.sample, cells.lane, from_json(cells.query, ExplainQuery, "an explanation"), packed)


def _blob(connection: sqlite3.Connection, table: str, sample: str, lane: str) -> Any:
    row = connection.execute(
        f"""SELECT b.data FROM {table} b JOIN results r ON r.id = b.result_id
            JOIN samples s ON s.id = r.sample_id JOIN lanes l ON l.id = r.lane_id
            WHERE s.name = ? AND l.name = ?""",
        (sample, lane),
    ).fetchone()
    return None if row is None else row[0]
