import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from granview.core.errors import ArgumentError, SessionError, SessionReadOnly
from granview.core.sample import Part, Reference, Sample
from granview.store import schema
from granview.store.session import Session
from granview.store.unnamed_sessions import recoverable_sessions
from tests.helpers.store import new_session, result, sample
from tests.helpers.without_rights import open_folder, without_rights


def test_the_second_opener_may_only_read_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path) as first:
        with pytest.raises(SessionReadOnly, match="open elsewhere") as refusal:
            Session.open(path)
        assert refusal.value.message == f"{path} is open elsewhere: another window or run holds it."
        assert refusal.value.hint.startswith("Close it there")
        with Session.open_shared(path) as second:
            assert second.read_only
            assert second.notices == (f"{refusal.value.message} It was opened for reading only.",)
            first.record([result("small", sample("s0"))])
            assert len(second.results()) == 1
            with pytest.raises(SessionReadOnly):
                second.record([result("small", sample("s1"))])
    with Session.open_shared(path) as third:
        assert not third.read_only
        assert third.notices == ()


def test_a_killed_writer_leaves_the_lock_free(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    new_session(path).close()
    code = f"""
from pathlib import Path
from granview.store.session import Session
session = Session.open(Path({str(path)!r}))
print("open", flush=True)
input()
"""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(SessionReadOnly):
            Session.open(path)
        holder.kill()
        holder.wait()
        with Session.open(path) as session:
            assert not session.read_only


def test_a_session_cannot_be_made_over_another_by_accident(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path), pytest.raises(SessionReadOnly):
        Session.create(path, overwrite=True)
    with pytest.raises(SessionError, match="exists already"):
        Session.create(path)
    with Session.create(path, overwrite=True) as session:
        assert session.samples() == []


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"not a session at all" * 100, "damaged, or not a session"), (None, "no session")],
)
def test_what_is_no_session_is_refused_in_words(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "a.granview"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SessionError, match=words):
        Session.open(path, read_only=True)


@pytest.mark.skipif(os.name == "nt", reason="has no such permissions")
def test_a_session_that_may_not_be_read_is_said_as_that() -> None:
    with open_folder() as top:
        path = top / "a.granview"
        new_session(path).close()
        path.chmod(0)
        with without_rights(), pytest.raises(SessionError) as refused:
            Session.open(path, read_only=True)
        path.chmod(0o644)
    assert refused.value.message == "a.granview may not be read: permission is denied."
    assert refused.value.hint == "Change its permissions, or copy it elsewhere."


def test_a_damaged_file_is_refused_in_words_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path, samples=50) as session:
        session.record([result("small", sample(f"s{i}")) for i in range(50)])
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(SessionError, match="damaged"), Session.open(path) as session:
        session.results()
    assert path.read_bytes() == data


def test_another_programs_database_is_refused_and_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE things (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(SessionError, match="another program"):
        Session.open(path)
    assert path.read_bytes() == before


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    new_session(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(SessionError, match="newer GranView"):
        Session.open(path)


def test_migrations_run_once_in_order_and_keep_the_data(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path) as session:
        session.record([result("small", sample("s0"))])
    more = (*schema.MIGRATIONS, ("ALTER TABLE lanes ADD COLUMN color TEXT", "UPDATE lanes SET color = name"))
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, more)
    schema.migrate(connection, more)
    assert connection.execute("SELECT color FROM lanes ORDER BY id").fetchall() == [("small",), ("large",)]
    assert connection.execute("SELECT count(*) FROM results").fetchone() == (1,)
    connection.close()


def test_a_session_that_says_nothing_of_words_was_run_by_tokens(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path) as session:
        session.record([result("small", sample("s0"))])
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE runs SET params = json_remove(params, '$.text.aggregation')")
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('params', '{\"text\": {\"stride\": 7}}')")
    connection.execute("ALTER TABLE samples DROP COLUMN parts")
    connection.execute("ALTER TABLE samples DROP COLUMN more_references")
    _drop_records(connection)
    _drop_later_tables(connection)
    connection.execute("PRAGMA user_version = 3")
    connection.close()
    with Session.open(path) as session:
        assert {run.params.text.aggregation for run in session.runs()} == {"simple"}
        assert (session.params().text.aggregation, session.params().text.stride) == ("simple", 7)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    new_session(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection, (*schema.MIGRATIONS, ("DROP TABLE units", "NONSENSE")))
    connection.close()
    with Session.open(path) as session:
        assert session.units("s0", "small") is None


def test_a_copy_is_complete_and_the_session_stays(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0"))])
        session.save_copy(tmp_path / "b.granview")
        session.record([result("small", sample("s1"))])
        assert session.path == tmp_path / "a.granview"
        with pytest.raises(ArgumentError):
            session.save_copy(session.path)
    with Session.open(tmp_path / "b.granview") as copy:
        assert [row.sample for row in copy.results()] == ["s0"]


def test_save_as_goes_on_in_the_new_file_and_frees_the_old(tmp_path: Path) -> None:
    old, new = tmp_path / "a.granview", tmp_path / "b.granview"
    with new_session(old) as session:
        session.record([result("small", sample("s0"))])
        session.save_as(new)
        session.record([result("small", sample("s1"))])
        assert session.path == new
        with Session.open(old) as first:
            assert len(first.results()) == 1
        with pytest.raises(SessionReadOnly):
            Session.open(new)
        assert len(session.results()) == 2
        session.save()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.granview", "b.granview"]


def test_save_as_over_a_session_with_a_left_over_log(tmp_path: Path) -> None:
    victim = tmp_path / "old.granview"
    code = f"""
from pathlib import Path; import os, signal
from tests.helpers.store import new_session, result, sample
s = new_session(Path({str(victim)!r})); s.record([result("small", sample("s1"))])
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[3])
    assert victim.with_name("old.granview-wal").stat().st_size > 0
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0"))])
        session.save_as(victim)
    with Session.open(victim) as session:
        assert [row.sample for row in session.results()] == ["s0"]


def test_save_as_where_one_cannot_write_leaves_everything(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        with pytest.raises(SessionError, match="cannot be written"):
            session.save_as(tmp_path / "nowhere" / "b.granview")
        session.record([result("small", sample("s0"))])
        assert session.path.name == "a.granview"


def test_a_read_only_session_can_be_saved_under_another_name(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview"), Session.open_shared(tmp_path / "a.granview") as second:
        second.save_as(tmp_path / "b.granview")
        second.record([result("small", sample("s0"))])
        assert not second.read_only
        assert second.notices == ()


def _kill_while_unnamed(home: Path, then: str = "") -> None:
    """Create an unnamed session in another process, do something with it, and kill the process."""
    code = f"""
from pathlib import Path; import os, signal
from granview.store.session import Session
from tests.helpers.store import sample
session = Session.create(home=Path({str(home)!r}))
{then}
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[3])


def test_unnamed_sessions_are_recovered_unless_open_saved_or_empty(tmp_path: Path) -> None:
    home = tmp_path / "home"
    _kill_while_unnamed(home, 'session.add_samples([sample("s0")])')
    _kill_while_unnamed(home)
    Session.create(home=home).close()
    with Session.create(home=home) as living:
        living.add_samples([sample("s1")])
        (lost,) = recoverable_sessions(home)
        with Session.open(lost, home=home) as session:
            assert session.unnamed
            assert [s.name for s in session.samples()] == ["s0"]
            session.save_as(tmp_path / "named.granview")
            assert not session.unnamed
        assert recoverable_sessions(home) == []
        living.discard()
    assert list(home.iterdir()) == []


def test_a_named_session_is_never_discarded(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session, pytest.raises(ArgumentError):
        session.discard()
    assert (tmp_path / "a.granview").exists()


def _drop_records(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE samples DROP COLUMN reference_format")
    connection.execute("ALTER TABLE samples DROP COLUMN reference_record")
    connection.execute("ALTER TABLE samples DROP COLUMN prompts")
    connection.execute("ALTER TABLE samples DROP COLUMN data_columns")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_session_from_before_references_had_records_opens(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "a.granview"
    with new_session(path) as session:
        before = session.samples()
    connection = sqlite3.connect(path, isolation_level=None)
    _drop_records(connection)
    _drop_later_tables(connection)
    connection.execute("PRAGMA user_version = 6")
    connection.close()

    with Session.open(path, read_only=read_only) as session:
        assert session.samples() == before
        if not read_only:
            reference = Reference("/a.json", format="coco-instances", record="a.png")
            session.set_reference(before[0].name, reference)
            assert session.samples()[0].reference == reference


@pytest.mark.parametrize("read_only", [False, True])
def test_a_session_from_before_samples_had_parts_opens(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "a.granview"
    with new_session(path) as session:
        before = session.samples()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("ALTER TABLE samples DROP COLUMN parts")
    connection.execute("ALTER TABLE samples DROP COLUMN more_references")
    _drop_records(connection)
    _drop_later_tables(connection)
    connection.execute("PRAGMA user_version = 4")
    connection.close()

    with Session.open(path, read_only=read_only) as session:
        assert session.samples() == before
        if not read_only:
            session.add_samples([Sample("pair", "/a.png", parts=(Part("second", "image", "/b.png"),))])
            assert session.samples()[-1].parts == (Part("second", "image", "/b.png"),)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_session_from_before_samples_had_several_references_opens(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "a.granview"
    with new_session(path) as session:
        before = session.samples()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("ALTER TABLE samples DROP COLUMN more_references")
    _drop_records(connection)
    _drop_later_tables(connection)
    connection.execute("PRAGMA user_version = 5")
    connection.close()

    with Session.open(path, read_only=read_only) as session:
        assert session.samples() == before
        if not read_only:
            session.set_reference(before[0].name, Reference("/a_mask.png"), (Reference("/a.points.json"),))
            assert [each.path for each in session.samples()[0].references] == ["/a_mask.png", "/a.points.json"]


def _drop_later_tables(connection: sqlite3.Connection) -> None:
    for table in ("marks", "aside_samples", "aside_lanes", "aside_references", "aside_scores", "asides"):
        connection.execute(f"DROP TABLE {table}")
