"""The command line, as a process of its own where it matters; what needs models is in test_cli_run.py."""

import csv
import os
import shlex
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import granview
from granview import cli
from granview.cli.table import number_text, text_table
from granview.cli.window import has_display
from granview.core.recipe import RECIPES
from granview.core.variant import PRECISIONS
from tests.helpers.scored import scored_session

_ROOT = Path(__file__).parents[3]
_HEAVY = ("torch", "torchvision", "transformers", "cv2", "PySide6", "pyqtgraph", "polars", "numpy", "PIL", "msgspec")


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, str(_ROOT / "main.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=kept | environment,
    )


def _loaded_by(code: str) -> set[str]:
    told = f"{code}\nimport sys\nprint(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=_ROOT)
    return set(found.stdout.splitlines()[-1].split())


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    assert _loaded_by("import granview.cli").isdisjoint(_HEAVY)


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["models"], ["variants"], ["info"]])
def test_commands_without_models_load_no_torch_and_no_qt(arguments: list[str]) -> None:
    code = f"from granview.cli import main\ntry:\n    main({arguments})\nexcept SystemExit:\n    pass"
    assert _loaded_by(code).isdisjoint({"torch", "torchvision", "transformers", "cv2", "PySide6"})


@pytest.mark.parametrize("command", ["", "run", "models", "variants", "export", "verdict", "info"])
def test_help_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"] if command else ["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "examples:" in told
    assert max(map(len, told.splitlines())) <= 100


def test_variants_are_listed_with_where_they_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["variants"]) == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.split("\n\n")[0].splitlines()}
    assert set(rows) >= {*PRECISIONS, "compile", *(f"+{name}" for name in RECIPES.all())}
    assert rows["tf32"].split()[-3:-1] == ["no", "yes"]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"granview {granview.__version__}\n"


@pytest.mark.parametrize("display", ["", ":7654"])
def test_without_a_display_it_says_what_to_do_instead(display: str) -> None:
    ended = _run(DISPLAY=display)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "There is no display" in ended.stderr
    assert "granview run" in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have one")
def test_an_x_server_that_answers_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":6543.0")
    assert not has_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X6543")
        server.listen()
        assert has_display()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.png"], "there is no nowhere.png"),
        (["a.granview", "b.granview"], "only one session"),
        (["run", "--model", "zoo:x", "--input", "x.png"], "required: --out"),
        (["run", "--model", "zoo:x", "--input", "x.png", "--out", "OUT"], "There is no embedded model 'x'"),
        (["run", "--model", "unet-nano", "--input", "x.png", "--out", "OUT"], "write zoo:unet-nano."),
        (["run", "--model", "zoo:unet-nano", "--task", "dance", "--input", "x.png", "--out", "OUT"], "no task 'dance'"),
        (["run", "--model", "zoo:unet-nano", "--input", "nowhere.png", "--out", "OUT"], "nowhere.png"),
        (["run", "--model", "zoo:x,speed=9", "--input", "x.png", "--out", "OUT"], "'speed' is no option"),
        (["run", "--model", "zoo:x", "--variant", "int1", "--input", "x.png", "--out", "OUT"], "'int1'"),
        (["run", "--model", "zoo:x", "--batch-size", "0", "--input", "x.png", "--out", "OUT"], "batch size is 0"),
        (
            ["run", "--model", "zoo:unet-nano", "--class-map", "a", "--input", "x.png", "--out", "OUT"],
            "'a' maps no class",
        ),
        (
            ["run", "--model", "zoo:x", "--threads", "0", "--input", "x.png", "--out", "OUT"],
            "'0' is not a whole number",
        ),
        (["export", "nowhere.granview", "--out", "OUT"], "no session"),
        (["export", "README.md", "--out", "OUT", "--format", "gif"], "invalid choice"),
    ],
)
def test_bad_arguments_end_with_2_and_leave_nothing(arguments: list[str], words: str, tmp_path: Path) -> None:
    ended = _run(*(str(tmp_path / "out") if argument == "OUT" else argument for argument in arguments))
    assert ended.returncode == 2, ended.stderr
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_models_lists_the_zoo(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["models", "--json"]) == 0
    entries = {entry["source"]: entry for entry in msgspec.json.decode(capsys.readouterr().out)}
    assert entries["zoo:unet-nano"]["local"]
    assert entries["torchvision:fcn_resnet50"]["params"] > 30_000_000
    assert cli.main(["models", "--local"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[0] == "model"
    assert "zoo:unet-nano" in [line.split()[0] for line in lines]


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = "import sys; from granview.cli import main; sys.exit(main(['models']))"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=_ROOT
    ) as lister:
        assert lister.stdout is not None
        assert lister.stderr is not None
        lister.stdout.close()
        assert lister.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams, and /dev/full")
@pytest.mark.parametrize(
    ("streams", "code", "told"),
    [
        (">&-", 0, ""),
        (">/dev/full", 1, "granview: Not all could be printed: No space left on device.\n"),
        (">/dev/full 2>&1", 1, ""),
        (">&- 2>&-", 0, ""),
    ],
)
def test_output_that_is_closed_or_full_ends_nothing_in_a_traceback(streams: str, code: int, told: str) -> None:
    command = f"exec {shlex.quote(sys.executable)} {shlex.quote(str(_ROOT / 'main.py'))} models {streams}"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "", told)


def test_export_writes_what_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "study.granview"
    with scored_session(path, samples=2):
        code = cli.main(["export", str(path), "--out", str(tmp_path / "out"), "--only", "tables", "predictions"])
    assert code == 0
    assert capsys.readouterr().out == f"14 files in {tmp_path / 'out'}\n"
    assert sorted(child.name for child in (tmp_path / "out").iterdir()) == [
        *("cost.csv", "differences.csv", "grain.csv", "predictions", "results.csv", "summary.csv", "units.csv"),
        *("verdict.json", "verdict.md"),
    ]
    arguments = ["export", str(path), "--out", str(tmp_path / "figures"), "--only", "comparison", "--format", "pdf"]
    assert cli.main([*arguments, "--sample", "s1"]) == 0
    assert [child.name for child in (tmp_path / "figures").rglob("*.pdf")] == ["s1.pdf"]
    assert cli.main([*arguments, "--sample", "s9"]) == 2
    assert "no sample 's9'" in capsys.readouterr().err


def test_export_says_what_differs_by_less_than_a_margin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "study.granview", tmp_path / "out"
    with scored_session(path, samples=9):
        arguments = ["export", str(path), "--out", str(out), "--only", "tables", "--margin"]
        assert cli.main([*arguments, "miou=0.9", "dice=0.001"]) == 0
        with (out / "differences.csv").open(newline="") as file:
            rows = {row["metric"]: row for row in csv.DictReader(file)}
        capsys.readouterr()
        assert cli.main([*arguments, "mious=0.9"]) == 2
    assert "There is no metric 'mious' to set a margin of." in capsys.readouterr().err
    assert [rows[name]["margin"] for name in ("miou", "dice", "boundary_f")] == ["0.9", "0.001", ""]
    assert [rows[name]["equivalent"] for name in ("miou", "dice", "boundary_f")] == ["1", "0", ""]


def test_export_with_a_picture_missing_ends_with_1_and_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "study.granview"
    scored_session(path, samples=2).close()
    (tmp_path / "pictures" / "s0.png").unlink()
    assert cli.main(["export", str(path), "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr()
    assert "not written: comparison/s0.png" in told.err
    assert (tmp_path / "out" / "comparison" / "s1.png").is_file()


def test_tables_line_up() -> None:
    table = text_table(("name", "n"), [("a", "1"), ("long", "100")], frozenset({1}))
    assert table == "name    n\na       1\nlong  100"
    assert [number_text(value, 1) for value in (None, 0.25, 7, -0.5, -0.01)] == ["n/a", "0.2", "7", "−0.5", ">−0.1"]
