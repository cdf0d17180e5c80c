"""What the user changes in a session; each function is called inside one transaction."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from granview.core.errors import ArgumentError
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PackedExplanation
from granview.core.lane import LaneSpec
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.task_trait import traits_of
from granview.store.cell_decoding import Damaged, from_json
from granview.store.environment import environment
from granview.store.stored_references import stored_references, stored_text_reference


def insert_samples(connection: sqlite3.Connection, samples: Sequence[Sample]) -> None:
    """Add samples.

    Raises:
        ArgumentError: a name is taken.
    """
    for sample in samples:
        reference = sample.reference
        try:
            connection.execute(
                """INSERT INTO samples (name, path, sha256, size_bytes, kind, record, text,
                                        reference_path, reference_sha256, reference_text,
                                        reference_format, reference_record, parts, more_references, prompts,
                                        data_columns)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (
                    *(sample.name, sample.path, sample.sha256, sample.size_bytes, sample.kind, sample.record),
                    _blob(sample.text),
                    *_reference_columns(reference),
                    stored_parts(sample.parts),
                    stored_references(sample.more_references),
                    stored_prompts(sample.prompts),
                    msgspec.msgpack.encode(sample.columns) if sample.columns else None,
                ),
            )
        except sqlite3.IntegrityError as error:
            raise ArgumentError(f"There is a sample '{sample.name}' already.", "Give it another name.") from error


def stored_parts(parts: tuple[Part, ...]) -> bytes | None:
    """What a sample holds besides its first input, as it is stored; None for nothing."""
    return msgspec.msgpack.encode(parts) if parts else None


def stored_prompts(prompts: tuple[ObjectPrompt, ...]) -> bytes | None:
    """What models are asked to outline, as it is stored; None for nothing."""
    return msgspec.msgpack.encode(prompts) if prompts else None


def update_prompts(connection: sqlite3.Connection, name: str, prompts: tuple[ObjectPrompt, ...]) -> None:
    """Set what models are asked to outline in a sample, and remove the scores of those that were asked otherwise.

    Raises:
        ArgumentError: there is no such sample.
    """
    row = connection.execute("SELECT id, prompts FROM samples WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise ArgumentError(f"There is no sample '{name}'.")
    stored = stored_prompts(prompts)
    connection.execute("UPDATE samples SET prompts = ? WHERE id = ?", (stored, row[0]))
    if stored != row[1]:
        forget_scores(connection, row[0], _prompted_lanes(connection))


def _prompted_lanes(connection: sqlite3.Connection) -> list[int]:
    """The ids of the lanes whose models outline what they are asked for."""
    lanes = connection.execute("SELECT id, spec FROM lanes").fetchall()
    return [lane_id for lane_id, spec in lanes if takes_prompts(spec)]


def takes_prompts(spec: str) -> bool:
    """Whether a lane outlines what it is asked for, by its specification as it is stored; not of a damaged one."""
    try:
        return traits_of(from_json(spec, LaneSpec, "a lane").task).takes_prompts
    except Damaged:
        return False


def delete_samples(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Remove samples and their results."""
    connection.executemany("DELETE FROM samples WHERE name = ?", ((name,) for name in names))


def update_reference(
    connection: sqlite3.Connection, name: str, reference: Reference | None, more: tuple[Reference, ...] = ()
) -> None:
    """Set or remove a sample's references, and remove what was scored against another one.

    Raises:
        ArgumentError: there is no such sample.
    """
    row = connection.execute(
        """SELECT id, reference_path, reference_text, reference_format, reference_record, more_references
           FROM samples WHERE name = ?""",
        (name,),
    ).fetchone()
    if row is None:
        raise ArgumentError(f"There is no sample '{name}'.")
    path, sha256, text, format_name, record = _reference_columns(reference)
    further = stored_references(more)
    connection.execute(
        """UPDATE samples SET reference_path = ?, reference_sha256 = ?, reference_text = ?, reference_format = ?,
                              reference_record = ?, more_references = ?
           WHERE id = ?""",
        (path, sha256, text, format_name, record, further, row[0]),
    )
    if (path, text, format_name, record, further) != row[1:]:
        forget_scores(connection, row[0])


_ReferenceColumns = tuple[str | None, str | None, bytes | None, str | None, str | None]


def _reference_columns(reference: Reference | None) -> _ReferenceColumns:
    """Path, hash, text, format and record; None for what it does not say."""
    if reference is None:
        return None, None, None, None, None
    text = _blob(stored_text_reference(reference))
    return reference.path, reference.sha256, text, reference.format or None, reference.record or None


def _blob(thing: msgspec.Struct | None) -> bytes | None:
    return None if thing is None else msgspec.msgpack.encode(thing)


def forget_scores(connection: sqlite3.Connection, sample_id: int, lanes: Iterable[int] | None = None) -> None:
    """Remove what a sample scored, in all lanes or in some."""
    found = connection.execute("SELECT id, lane_id FROM results WHERE sample_id = ?", (sample_id,)).fetchall()
    kept = None if lanes is None else frozenset(lanes)
    results = [(result_id,) for result_id, lane_id in found if kept is None or lane_id in kept]
    connection.executemany("DELETE FROM units WHERE result_id = ?", results)
    connection.executemany(
        """UPDATE results SET score_ms = NULL, reference_labels_id = NULL, class_map_id = NULL, statistics = NULL
           WHERE id = ?""",
        results,
    )


def insert_lane(connection: sqlite3.Connection, spec: LaneSpec) -> None:
    """Add a lane.

    Raises:
        ArgumentError: its name is taken.
    """
    try:
        connection.execute(
            "INSERT INTO lanes (name, spec) VALUES (?, ?)", (spec.name, msgspec.json.encode(spec).decode())
        )
    except sqlite3.IntegrityError as error:
        raise ArgumentError(f"There is a lane '{spec.name}' already.", "Give it another name.") from error


def insert_run(connection: sqlite3.Connection, params: RunParams, seeds: Mapping[str, int]) -> int:
    """Note that a run begins, with what it takes to repeat it; returns its id."""
    started_at = datetime.now(UTC).isoformat(timespec="seconds")
    texts = (msgspec.json.encode(thing).decode() for thing in (params, seeds, environment()))
    row = connection.execute(
        "INSERT INTO runs (started_at, params, seeds, environment) VALUES (?, ?, ?, ?) RETURNING id",
        (started_at, *texts),
    ).fetchone()
    return int(row[0])


def put_explanation(
    connection: sqlite3.Connection, sample: str, lane: str, query: ExplainQuery, packed: PackedExplanation
) -> None:
    """Keep an answer in the place of an earlier one to the same question; of what is not there, nothing is kept."""
    connection.execute(
        """INSERT OR REPLACE INTO explanations (sample_id, lane_id, query, data)
           SELECT s.id, l.id, ?, ? FROM samples s, lanes l WHERE s.name = ? AND l.name = ?""",
        (msgspec.json.encode(query).decode(), msgspec.msgpack.encode(packed), sample, lane),
    )


def put_fact(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Set one of the session's own facts."""
    connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, value))
