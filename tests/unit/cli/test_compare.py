import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import polars
import pytest
from polars.testing import assert_frame_equal

from granview.cli import main
from granview.store.session import Session
from tests.helpers.session_pairs import session_pair

Pair = tuple[str, str]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    first, second = session_pair(tmp_path_factory.mktemp("pair"), failing=["s3"])
    return str(first), str(second)


def test_the_table_says_what_became_of_each_metric(pair: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *pair]) == 0
    printed = capsys.readouterr().out
    line = next(line for line in printed.splitlines() if line.startswith("falls") and " miou " in line)
    assert line.endswith("regressed")
    assert "24 samples of both sessions compared" in printed
    assert "fails now on s3" in printed


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "regression"], 1),
        (["--fail-on", "regression", "--lane", "rises", "stays"], 0),
        (["--fail-on", "regression", "--margin", "1"], 0),
        (["--fail-on", "regression", "--margin", "1", "miou=0.001"], 1),
        (["--fail-on", "flip", "--lane", "falls"], 1),
        (["--fail-on", "failure", "--lane", "stays"], 1),
        (["--max-slowdown", "1.5"], 0),
        (["--max-slowdown", "0.5"], 1),
        (["--lane", "none"], 2),
        (["--metric", "none"], 2),
        (["--margin", "-1"], 2),
    ],
)
def test_the_exit_code_says_whether_it_is_so(
    pair: Pair, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *pair, *arguments]) == code
    assert bool(capsys.readouterr().err) == (code != 0)


def test_two_lanes_of_other_names_are_compared(pair: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", pair[0], pair[0], "--lane", "falls=rises", "--fail-on", "regression"]) == 1
    assert "falls = rises" in capsys.readouterr().out


def test_too_few_samples_are_not_comparable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = map(str, session_pair(tmp_path, samples=3))
    assert main(["compare", *few, "--fail-on", "regression"]) == 3
    assert "too few samples" in capsys.readouterr().err


def test_a_lane_that_is_gone_is_no_all_clear(pair: Pair, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without = Path(shutil.copy(pair[1], tmp_path / "without.granview"))
    with Session.open(without) as session:
        session.remove_lane("falls")
    arguments = ["compare", pair[0], str(without)]
    assert main([*arguments, "--fail-on", "regression"]) == 3
    assert "falls is not in B" in capsys.readouterr().err
    assert main(arguments) == 0
    assert main([*arguments, "--fail-on", "regression", "--lane", "rises", "stays"]) == 0


def test_what_is_written_says_the_same(pair: Pair, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        assert main(["compare", *pair, "--metric", "miou", "--out", str(out)]) == 0
    told = msgspec.json.decode((out / "compare.json").read_bytes())
    assert told["regressed"] is True
    frame = polars.read_parquet(out / "regressions.parquet")
    assert_frame_equal(frame, polars.read_csv(out / "regressions.csv", schema_overrides=frame.schema), rel_tol=1e-8)
    rows = frame.filter(polars.col("metric") == "miou")
    by_lane = {lane["lane"]: lane["metrics"]["miou"]["verdict"] for lane in told["lanes"]}
    assert dict(zip(rows["lane"], rows["verdict"], strict=True)) == by_lane
    capsys.readouterr()


def test_files_of_others_are_not_replaced(pair: Pair, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "samples.csv").write_text("mine")
    assert main(["compare", *pair, "--out", str(tmp_path)]) == 2
    assert (tmp_path / "samples.csv").read_text() == "mine"
    assert "--overwrite" in capsys.readouterr().err
    assert main(["compare", *pair, "--metric", "miou", "--out", str(tmp_path), "--overwrite"]) == 0


def test_a_folder_without_a_session_is_refused(pair: Pair, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "granview", "compare", pair[0], str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 2
    assert "holds no session.granview" in ended.stderr
