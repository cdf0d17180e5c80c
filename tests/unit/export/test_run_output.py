"""Runs into a folder that holds results already: whatever happens, the old ones are whole or the new ones are."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from granview.core.errors import ArgumentError, OutputError, SessionError, SessionReadOnly
from granview.export import replace_files
from granview.export.output_files import Exported, ExportProgress, write_outputs
from granview.export.output_plan import OutputKind
from granview.export.run_output import RunOutput
from granview.store.session import Session
from tests.helpers.full_disk import small_files
from tests.helpers.scored import fill_session

ALL = 2 * 2


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run_into(out: Path, lanes: tuple[str, ...] = ("good", "poor"), **options: bool) -> Exported:
    """A run of two samples that succeeds."""
    with RunOutput(out, **options) as output:
        fill_session(output.session, out.parent, lanes=lanes)
        return output.finish(ALL, ALL)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with the results of a run."""
    folder = tmp_path / "out"
    assert not run_into(folder).problems
    return folder


def test_a_second_run_replaces_the_first_and_what_it_does_not_write_goes(out: Path) -> None:
    (out / "comparison" / "mine.png").write_bytes(b"mine")
    (out / "notes.txt").write_bytes(b"mine too")
    exported = run_into(out, lanes=("good", "other"))
    assert (exported.problems, exported.failed, exported.removed) == ([], "", 3)
    assert sorted(files_of(out)) == [
        *("comparison/mine.png", "comparison/s0.png", "comparison/s1.png"),
        *("cost.csv", "differences.csv", "grain.csv", "notes.txt"),
        *("predictions/good/classes.json", "predictions/good/s0.png", "predictions/good/s1.png"),
        *("predictions/other/classes.json", "predictions/other/s0.png", "predictions/other/s1.png"),
        *("results.csv", "session.granview", "summary.csv", "units.csv", "verdict.json", "verdict.md"),
    ]
    assert b"other" in (out / "summary.csv").read_bytes()
    with Session.open(out / "session.granview") as session:
        assert [lane.name for lane in session.lanes()] == ["good", "other"]


def test_a_run_that_ends_before_its_files_are_written_leaves_the_old_results_and_its_own_session(out: Path) -> None:
    before = files_of(out)

    def stop(progress: ExportProgress) -> None:
        if progress.done == 3:
            raise KeyboardInterrupt

    with RunOutput(out) as output:
        fill_session(output.session, out.parent)
        with pytest.raises(KeyboardInterrupt):
            output.finish(ALL, ALL, stop)
    assert output.session.path == out / "unfinished.granview"
    after = files_of(out)
    assert after.pop("unfinished.granview")
    assert after == before
    with Session.open(output.session.path) as session:
        assert len(session.results()) == ALL
    with RunOutput(out) as again:
        assert again.left_over == [out / "unfinished.granview"]
        assert again.session.path == out / "unfinished-2.granview"


@pytest.mark.parametrize(("answered", "succeeded", "why"), [(ALL, 0, "No sample"), (ALL + 1, ALL, "Not all results")])
def test_a_run_that_came_to_nothing_replaces_nothing(out: Path, answered: int, succeeded: int, why: str) -> None:
    before = files_of(out)
    with RunOutput(out) as output:
        fill_session(output.session, out.parent)
        assert output.finish(answered, succeeded).failed.startswith(why)
    after = files_of(out)
    assert after.pop("unfinished.granview")
    assert after == before


def test_a_run_without_a_result_leaves_nothing_of_itself_beside_an_earlier_one(out: Path) -> None:
    before = files_of(out)
    with RunOutput(out) as output:
        assert output.finish(ALL, 0).failed == "No sample succeeded."
        assert not output.has_results
    assert files_of(out) == before


@pytest.mark.parametrize("is_new", [True, False])
def test_a_run_that_is_ended_before_its_first_result_leaves_no_file_and_no_new_folder(
    tmp_path: Path, is_new: bool
) -> None:
    out = tmp_path / "runs" / "first"
    if not is_new:
        out.mkdir(parents=True)
    with pytest.raises(KeyboardInterrupt), RunOutput(out):
        raise KeyboardInterrupt
    assert list(tmp_path.rglob("*")) == ([] if is_new else [out.parent, out])


def test_a_first_run_that_is_ended_later_keeps_its_session_and_one_that_failed_all_its_files(tmp_path: Path) -> None:
    with RunOutput(tmp_path / "ended") as output:
        fill_session(output.session, tmp_path)
    assert list(files_of(tmp_path / "ended")) == ["session.granview"]
    with RunOutput(tmp_path / "failed") as output:
        assert output.finish(ALL, 0).failed == ""
    assert {"session.granview", "results.csv"} <= set(files_of(tmp_path / "failed"))


def test_files_that_cannot_be_written_leave_the_old_ones(out: Path) -> None:
    before = files_of(out)
    with RunOutput(out) as output:
        fill_session(output.session, out.parent)
        with small_files(100):
            exported = output.finish(ALL, ALL)
    assert "cannot be written" in exported.failed
    assert {problem.partition(":")[0] for problem in exported.problems} >= {"results.csv", "units.csv", "summary.csv"}
    assert exported.problems
    assert exported.paths == []
    after = files_of(out)
    assert after.pop("unfinished.granview")
    assert after == before


def test_an_export_that_cannot_be_written_leaves_what_is_there(out: Path, tmp_path: Path) -> None:
    with Session.create(tmp_path / "b.granview") as session:
        fill_session(session, tmp_path, lanes=("third",))
        before = files_of(out)
        with small_files(40_000):
            exported = write_outputs(session, out)
        assert "session.granview" in exported.problems[-1]
        assert exported.failed
        assert files_of(out) == before


def test_moving_that_was_cut_short_is_finished_by_the_next(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(replace_files, "_move", _cut_short)
        with pytest.raises(KeyboardInterrupt):
            run_into(out, lanes=("good", "other"))
    assert (out / "predictions" / "poor").is_dir()
    with RunOutput(out):
        pass
    with Session.open(out / "session.granview") as session:
        assert [lane.name for lane in session.lanes()] == ["good", "other"]
    names = set(files_of(out))
    assert "predictions/other/s1.png" in names
    assert not [name for name in names if "poor" in name or ".granview-" in name]


def test_orders_left_in_a_folder_remove_nothing_outside_of_it(tmp_path: Path) -> None:
    ready, mine = tmp_path / "out" / ".granview-ready", tmp_path / "mine.txt"
    (ready / "files").mkdir(parents=True)
    mine.write_bytes(b"mine")
    (ready / "orders.json").write_text(json.dumps({"remove": ["../mine.txt", str(mine)], "session": "../mine.txt"}))
    with RunOutput(tmp_path / "out"):
        assert not ready.exists()
    assert mine.read_bytes() == b"mine"


def test_what_cannot_be_put_in_place_now_is_said_and_tried_again(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(replace_files, "_move", _cut_short)
        with pytest.raises(KeyboardInterrupt):
            run_into(out, lanes=("good", "other"))
    with Session.open(out / "session.granview"), pytest.raises(OutputError, match="is open elsewhere"), RunOutput(out):
        pass
    assert run_into(out, lanes=("good", "third")).failed == ""


def _cut_short(path: Path, target: Path) -> str:
    raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["session.granview", "results.csv", "predictions/mine.txt"])
def test_a_folder_of_other_files_is_refused_before_anything_is_done(tmp_path: Path, name: str) -> None:
    path = tmp_path / "out" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not yours")
    with pytest.raises(ArgumentError, match="no session there has written") as refusal, RunOutput(tmp_path / "out"):
        pass
    assert "--overwrite" in refusal.value.hint
    assert files_of(tmp_path / "out") == {name: b"not yours"}


def test_what_may_be_overwritten_is_replaced_when_the_new_is_whole_and_the_rest_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "predictions").mkdir(parents=True)
    for name in ("session.granview", "results.csv", "predictions/mine.txt"):
        (out / name).write_bytes(b"not yours")
    exported = run_into(out, overwrite=True)
    assert (exported.problems, exported.failed) == ([], "")
    found = files_of(out)
    assert [name for name, content in found.items() if content == b"not yours"] == ["predictions/mine.txt"]
    with Session.open(out / "session.granview") as session:
        assert len(session.results()) == ALL


def test_another_programs_database_is_not_taken_for_a_session(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with sqlite3.connect(tmp_path / "out" / "session.granview") as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(ArgumentError, match=r"session\.granview"), RunOutput(tmp_path / "out"):
        pass


def test_a_damaged_session_is_refused_and_can_be_overwritten(out: Path) -> None:
    path = out / "session.granview"
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"damaged" * 1000)
    with pytest.raises(SessionError, match=r"session.granview cannot be read") as refusal, RunOutput(out):
        pass
    assert "--overwrite" in refusal.value.hint
    assert run_into(out, overwrite=True).failed == ""
    with Session.open(path) as session:
        assert len(session.results()) == ALL


def test_an_export_does_not_touch_files_that_no_session_there_has_written(out: Path, tmp_path: Path) -> None:
    with Session.open(out / "session.granview", read_only=True) as session:
        figures = tmp_path / "figures"
        write_outputs(session, figures, parts=[OutputKind.COMPARISON])
        with pytest.raises(ArgumentError, match=r"comparison/s0.png"):
            write_outputs(session, figures, parts=[OutputKind.COMPARISON])
        assert (
            write_outputs(session, figures, parts=[OutputKind.COMPARISON], samples=["s1"], overwrite=True).problems
            == []
        )
        assert sorted(files_of(figures)) == ["comparison/s0.png", "comparison/s1.png"]


def test_pages_in_another_format_stand_beside_those_of_the_same_session(out: Path) -> None:
    with Session.open(out / "session.granview", read_only=True) as session:
        write_outputs(session, out, parts=[OutputKind.COMPARISON], page_suffix=".svg")
    assert {"comparison/s0.png", "comparison/s0.svg"} <= set(files_of(out))


def test_a_session_that_is_open_elsewhere_is_not_replaced(out: Path) -> None:
    with (
        Session.open(out / "session.granview"),
        pytest.raises(SessionReadOnly, match="open elsewhere"),
        RunOutput(out),
    ):
        pass


def test_only_one_program_writes_into_a_folder(out: Path) -> None:
    with RunOutput(out), pytest.raises(OutputError, match="Another GranView"), RunOutput(out):
        pass


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(OutputError, match=r"out cannot be written: Not a directory"),
        RunOutput(tmp_path / "file" / "out"),
    ):
        pass


def test_nothing_hidden_stays_behind(out: Path) -> None:
    run_into(out)
    assert not [path for path in out.iterdir() if path.name.startswith(".")]
    shutil.rmtree(out)


def test_a_run_goes_into_the_folder_of_one_that_was_killed(tmp_path: Path) -> None:
    with RunOutput(tmp_path / "first") as output:
        fill_session(output.session, tmp_path, lanes=("good",))
        shutil.copytree(tmp_path / "first", tmp_path / "out")  # as a kill leaves it: nothing is closed
    exported = run_into(tmp_path / "out")
    assert (exported.problems, exported.failed) == ([], "")
    with Session.open(tmp_path / "out" / "session.granview") as session:
        assert [lane.name for lane in session.lanes()] == ["good", "poor"]
