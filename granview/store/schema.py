"""The session file's tables, and how an older file is brought up to date."""

import sqlite3
from pathlib import Path
from typing import Final

from granview.core.errors import InputError, SessionError
from granview.io.regular_files import open_regular

APPLICATION_ID: Final = 0x4772_616E
"""What marks a SQLite file as GranView's: "Gran" in ASCII."""

_APPLICATION_AT: Final = 68
_HEAD_BYTES: Final = 72

_FIRST: Final = (
    "CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE views (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY, started_at TEXT NOT NULL, params TEXT NOT NULL, seeds TEXT NOT NULL,
        environment TEXT NOT NULL)""",
    """CREATE TABLE samples (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, path TEXT NOT NULL, sha256 TEXT, size_bytes INTEGER,
        kind TEXT NOT NULL, reference_path TEXT, reference_sha256 TEXT)""",
    """CREATE TABLE lanes (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, spec TEXT NOT NULL, facts TEXT, cost TEXT)""",
    "CREATE TABLE documents (id INTEGER PRIMARY KEY, data TEXT NOT NULL UNIQUE)",
    """CREATE TABLE results (
        id INTEGER PRIMARY KEY,
        sample_id INTEGER NOT NULL REFERENCES samples ON DELETE CASCADE,
        lane_id INTEGER NOT NULL REFERENCES lanes ON DELETE CASCADE,
        run_id INTEGER NOT NULL REFERENCES runs,
        request_id INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('ok', 'failed')),
        error TEXT NOT NULL, hint TEXT NOT NULL, notices TEXT NOT NULL,
        preprocess_ms REAL, forward_ms REAL, postprocess_ms REAL, decode_ms REAL, score_ms REAL,
        batch_size INTEGER, warmup INTEGER,
        reference_labels_id INTEGER REFERENCES documents, class_map_id INTEGER REFERENCES documents,
        statistics BLOB,
        UNIQUE (sample_id, lane_id))""",
    "CREATE INDEX results_by_lane ON results (lane_id)",
    """CREATE TABLE predictions (
        result_id INTEGER PRIMARY KEY REFERENCES results ON DELETE CASCADE, data BLOB NOT NULL)""",
    "CREATE TABLE units (result_id INTEGER PRIMARY KEY REFERENCES results ON DELETE CASCADE, data BLOB NOT NULL)",
)

_TEXTS: Final = (
    "ALTER TABLE samples ADD COLUMN record INTEGER",
    "ALTER TABLE samples ADD COLUMN text BLOB",
    "ALTER TABLE samples ADD COLUMN reference_text BLOB",
    "ALTER TABLE results ADD COLUMN first_token_ms REAL",
    "ALTER TABLE results ADD COLUMN new_tokens INTEGER",
)

_EXPLANATIONS: Final = (
    """CREATE TABLE explanations (
        id INTEGER PRIMARY KEY,
        sample_id INTEGER NOT NULL REFERENCES samples ON DELETE CASCADE,
        lane_id INTEGER NOT NULL REFERENCES lanes ON DELETE CASCADE,
        query TEXT NOT NULL, data BLOB NOT NULL,
        UNIQUE (sample_id, lane_id, query))""",
)

_WORDS: Final = (
    """UPDATE runs SET params = json_insert(params, '$.text.aggregation', 'simple') WHERE json_valid(params)""",
    """UPDATE facts SET value = json_insert(value, '$.text.aggregation', 'simple')
       WHERE key = 'params' AND json_valid(value)""",
)
"""Before entities could be made of words they were made of tokens, and the files say nothing of it."""

_PARTS: Final = ("ALTER TABLE samples ADD COLUMN parts BLOB",)

_MORE_REFERENCES: Final = ("ALTER TABLE samples ADD COLUMN more_references BLOB",)

_RECORDS: Final = (
    "ALTER TABLE samples ADD COLUMN reference_format TEXT",
    "ALTER TABLE samples ADD COLUMN reference_record TEXT",
    "ALTER TABLE samples ADD COLUMN prompts BLOB",
)

_MARKS: Final = (
    """CREATE TABLE marks (
        id INTEGER PRIMARY KEY,
        sample_id INTEGER NOT NULL REFERENCES samples ON DELETE CASCADE,
        task TEXT NOT NULL, place INTEGER NOT NULL,
        mark TEXT NOT NULL, note TEXT NOT NULL, unit_kind TEXT NOT NULL, grain REAL, made_at TEXT NOT NULL,
        UNIQUE (sample_id, task, place))""",
)
_DATA_COLUMNS: Final = ("ALTER TABLE samples ADD COLUMN data_columns BLOB",)

_ASIDES: Final = (
    "CREATE TABLE asides (id INTEGER PRIMARY KEY AUTOINCREMENT)",
    """CREATE TABLE aside_samples (
        sample_id INTEGER PRIMARY KEY REFERENCES samples ON DELETE CASCADE,
        aside INTEGER NOT NULL, name TEXT NOT NULL)""",
    """CREATE TABLE aside_lanes (
        lane_id INTEGER PRIMARY KEY REFERENCES lanes ON DELETE CASCADE, aside INTEGER NOT NULL, name TEXT NOT NULL)""",
    """CREATE TABLE aside_references (
        aside INTEGER NOT NULL, sample_id INTEGER NOT NULL REFERENCES samples ON DELETE CASCADE,
        reference_path TEXT, reference_sha256 TEXT, reference_text BLOB, reference_format TEXT, reference_record TEXT,
        more_references BLOB, PRIMARY KEY (aside, sample_id))""",
    """CREATE TABLE aside_scores (
        aside INTEGER NOT NULL, result_id INTEGER NOT NULL REFERENCES results ON DELETE CASCADE,
        run_id INTEGER NOT NULL, request_id INTEGER NOT NULL, score_ms REAL, reference_labels_id INTEGER,
        class_map_id INTEGER, statistics BLOB, units BLOB, PRIMARY KEY (aside, result_id))""",
    "CREATE INDEX aside_references_by_sample ON aside_references (sample_id)",
    "CREATE INDEX aside_scores_by_result ON aside_scores (result_id)",
)
"""What was removed and can come back."""

Migration = tuple[str, ...]
MIGRATIONS: Final[tuple[Migration, ...]] = (
    *(_FIRST, _TEXTS, _EXPLANATIONS, _WORDS, _PARTS, _MORE_REFERENCES, _RECORDS),
    _MARKS,
    _DATA_COLUMNS,
    _ASIDES,
)
"""Statements that take a file of version i to version i + 1; a new file goes through all of them."""


def migrate(connection: sqlite3.Connection, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring a file to the newest version in one transaction: after an error it is as it was.

    Raises:
        SessionError: the file was written by a newer version than this one.
    """
    if read_version(connection, len(migrations)) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = read_version(connection, len(migrations))
        for statements in migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def read_version(connection: sqlite3.Connection, newest: int = len(MIGRATIONS)) -> int:
    """The file's schema version, 0 for an empty file.

    Raises:
        SessionError: the file is another program's, or a newer version's.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and (application or version or tables):
        raise SessionError("This file is a database of another program.", "Open a .granview file.")
    if version < 0 or (tables and not version):
        raise SessionError("This file is damaged: it does not say which format it has.", "Open a copy of it, if any.")
    if version > newest:
        raise SessionError(
            f"This session was written by a newer GranView (format {version}; this one reads up to {newest}).",
            "Update GranView.",
        )
    return version


def is_session(path: Path) -> bool:
    """Whether a file says of itself that it is a session, damaged or not; False where that cannot be read.

    See "The Database Header" in SQLite's description of its file format.
    """
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD_BYTES)
    except (InputError, OSError):
        return False
    return head.startswith(b"SQLite format 3\0") and int.from_bytes(head[_APPLICATION_AT:], "big") == APPLICATION_ID
