"""What can be read of a damaged session is read; the rest is said."""

import shutil
import sqlite3
import zlib
from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.arrays import PackedArray, pack
from granview.core.errors import SessionError
from granview.core.predictions.label_map import PackedLabelMap
from granview.core.run_params import RunParams
from granview.report.session_contents import SessionContents
from granview.report.summary import rows_of
from granview.store.session import Session
from tests.helpers.scored import scored_session
from tests.helpers.store import new_session, result, sample


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "a.granview"
    with new_session(path) as session:
        session.record([result(lane, sample(f"s{i}")) for lane in ("small", "large") for i in range(2)])
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "a.granview"))


def change(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(statement, values)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE samples SET name = ? WHERE id = 1", b"\xff\xfe"),
        ("UPDATE samples SET path = CAST(? AS TEXT) WHERE id = 1", b"\xff\xfe"),
        ("UPDATE samples SET size_bytes = ? WHERE id = 1", "many"),
        ("UPDATE samples SET kind = ? WHERE id = 1", b"sound"),
        ("UPDATE samples SET text = ? WHERE id = 1", b"\x91" * 10_000),
        ("UPDATE samples SET text = ? WHERE id = 1", msgspec.msgpack.encode({"utf8": b"\xff"})),
        ("UPDATE samples SET reference_text = ? WHERE id = 1", b"\xdd\xff\xff\xff\xff"),
    ],
)
def test_a_damaged_sample_is_left_out_with_its_results_and_said(path: Path, statement: str, value: object) -> None:
    change(path, statement, value)
    with Session.open(path) as session:
        contents = SessionContents.read(session)
        assert [each.name for each in contents.samples] == ["s1"]
        assert {name for _, name in contents.results} == {"s1"}
        said = session.damage.sentences[0]
        assert said.startswith("a.granview: ")
        assert "is damaged, and left out" in said


@pytest.mark.parametrize("spec", [b"\xff", "[", '{"name": "other", "model": "zoo:x"}', "[" * 100_000])
def test_a_damaged_lane_is_left_out_with_its_results_and_said(path: Path, spec: object) -> None:
    change(path, "UPDATE lanes SET spec = ? WHERE id = 1", spec)
    with Session.open(path) as session:
        assert [lane.name for lane in session.lanes()] == ["large"]
        assert {row.lane for row in session.results()} == {"large"}
        assert session.damage.sentences[0].startswith("a.granview: lane 'small' is damaged")


@pytest.mark.parametrize(
    ("column", "value"),
    [("notices", "["), ("status", "perhaps"), ("forward_ms", "soon"), ("class_map_id", 99), ("batch_size", b"1")],
)
def test_a_damaged_result_is_left_out_and_said(path: Path, column: str, value: object) -> None:
    change(path, f"UPDATE results SET {column} = ? WHERE id = 1", value)
    with Session.open(path) as session:
        assert len(session.results()) == 3
        assert "result of sample 's0'" in session.damage.sentences[0]


def bomb() -> bytes:
    """A few MB that claim, and hold, 4 GB."""
    return msgspec.msgpack.encode(
        PackedLabelMap(PackedArray("|u1", (1 << 16, 1 << 16), zlib.compress(bytes(1 << 24)) * 256))
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        "text",
        7,
        bomb(),
        msgspec.msgpack.encode(PackedLabelMap(PackedArray("|O", (1,), zlib.compress(b"12345678")))),
        msgspec.msgpack.encode(PackedLabelMap(PackedArray("<(", (1,), zlib.compress(b"1")))),
        msgspec.msgpack.encode(PackedLabelMap(PackedArray("|u1", (-1, -1), zlib.compress(b"1")))),
        msgspec.msgpack.encode(PackedLabelMap(PackedArray("|u1", (0, 1 << 63), zlib.compress(b"")))),
        msgspec.msgpack.encode(PackedLabelMap(PackedArray("|u1", (1,) * 70, zlib.compress(b"1")))),
        msgspec.msgpack.encode(PackedLabelMap(PackedArray("|u1", (2, 2), b"\x00\x01"))),
        msgspec.msgpack.encode(PackedLabelMap(pack(np.zeros((2, 2), np.float32)))),
    ],
)
def test_a_damaged_prediction_is_refused_in_words(path: Path, data: object) -> None:
    change(path, "UPDATE predictions SET data = ? WHERE result_id = 1", data)
    with Session.open(path) as session:
        with pytest.raises(
            SessionError, match=r"^a\.granview: The prediction of small for s0 is damaged: .*copy"
        ) as caught:
            session.prediction("s0", "small")
        assert len(caught.value.message) < 300
        assert session.prediction("s0", "large") is not None


def test_damaged_scores_and_units_are_left_out_and_said(path: Path) -> None:
    change(path, "UPDATE results SET statistics = ? WHERE id = 1", b"\x80\x80")
    change(path, "UPDATE units SET data = ? WHERE result_id = 1", b"\x80")
    with Session.open(path) as session:
        assert [bool(row.unpacked_statistics()) for row in session.results(lane="small")] == [False, True]
        assert session.units("s0", "small") is None
        assert session.units("s1", "small") is not None
        assert [sentence.split(" is damaged")[0] for sentence in session.damage.sentences] == [
            "a.granview: the score of small for s0",
            "a.granview: the list of units of small for s0",
        ]


def test_what_is_kept_for_views_and_runs_falls_back_to_its_defaults_and_is_said(path: Path) -> None:
    change(path, "INSERT INTO facts VALUES ('params', ?)", '{"confidence": "yes"}')
    change(path, "INSERT INTO views VALUES ('place', ?)", 5)
    with Session.open(path) as session:
        assert session.params() == RunParams()
        assert session.get_view("place", dict[str, int], {}) == {}
        assert len(session.damage.sentences) == 2


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TABLE samples", "a.granview is damaged, or not a session."),
        ("ALTER TABLE results RENAME COLUMN hint TO advice", "a.granview is damaged, or not a session."),
        ("PRAGMA user_version = 0", "does not say which format it has"),
        ("PRAGMA user_version = -3", "does not say which format it has"),
        ("PRAGMA user_version = 900", "written by a newer GranView"),
        ("PRAGMA application_id = 5", "a database of another program"),
    ],
)
def test_a_session_without_its_tables_is_refused_in_words(path: Path, statement: str, words: str) -> None:
    change(path, statement)
    with pytest.raises(SessionError, match=words), Session.open(path) as session:
        SessionContents.read(session)


def test_pages_that_cannot_be_read_end_a_table_and_are_said(path: Path) -> None:
    new_session(path.with_name("b.granview"), samples=2_000).close()
    data = bytearray(path.with_name("b.granview").read_bytes())
    page = 4096 * (len(data) // 4096 // 2)
    data[page : page + 4096] = b"\xa5" * 4096
    path.with_name("b.granview").write_bytes(data)
    with Session.open(path.with_name("b.granview")) as session:
        assert 0 < len(session.samples()) < 2_000
        assert "the part with the samples after the first" in session.damage.sentences[0]


def test_a_listener_is_told_once(path: Path) -> None:
    change(path, "UPDATE samples SET kind = X'00' WHERE id = 1")
    told: list[str] = []
    with Session.open(path) as session:
        session.damage.listen(told.append)
        session.samples()
        session.samples()
    assert len(told) == 1


def test_statistics_that_are_not_those_of_their_task_are_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "b.granview"
    with scored_session(path, samples=2) as session:
        damaged = [row.packed_statistics.replace(b"bands", b"bandz") for row in session.results(lane="good")]
    change(path, "UPDATE results SET statistics = ? WHERE id = 1", damaged[0])
    with Session.open(path) as session:
        rows = rows_of(SessionContents.read(session))
        assert [row["scored"] for row in rows] == [1, 2]
        assert "the score of good for " in session.damage.sentences[0]


def test_a_table_of_contents_that_is_no_text_is_refused_in_words(path: Path) -> None:
    data = path.read_bytes().replace(b"CREATE TABLE samples", b"CREATE \xac\xac\xac\xac\xac samples")
    path.write_bytes(data)
    with pytest.raises(SessionError, match=r"a\.granview is damaged, or not a session"):
        Session.open(path)
