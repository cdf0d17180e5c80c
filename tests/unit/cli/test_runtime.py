"""``granview runtime``, with a small torch in a folder of wheels."""

import sys
from pathlib import Path

import pytest

from granview import cli
from granview.runtime.bundle import Bundle
from tests.helpers.runtimes import UV, bundle_in, write_lock, write_wheels


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bundle:
    """An application whose runtimes lie here, with the CPU's lock alone."""
    write_lock(tmp_path / "locks", write_wheels(tmp_path / "wheels"), "cpu")
    made = bundle_in(tmp_path)
    for module in ("application", "lanes"):
        monkeypatch.setattr(f"granview.runtime.{module}.own_bundle", lambda: made)
        monkeypatch.setattr(f"granview.runtime.{module}.runtimes_home", lambda: tmp_path / "runtimes")
    return made


def test_a_checkout_has_its_own_environment(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["runtime", "list"]) == 0
    assert "own environment" in capsys.readouterr().out
    assert cli.main(["runtime", "install"]) == cli.BAD_ARGUMENTS
    assert "own environment" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(not UV.exists(), reason="uv is not installed here")
def test_a_runtime_is_built_listed_tried_and_gone_back_to(
    bundle: Bundle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["runtime", "list"]) == 0
    assert "There is no runtime yet." in capsys.readouterr().out
    run = ["run", "--model", "zoo:unet-nano", "--input", str(tmp_path), "--out", str(tmp_path / "out")]
    assert cli.main(run) == cli.FAILED
    assert "granview runtime list" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()

    for number in (1, 2):
        assert cli.main(["runtime", "install", "--wheels", str(tmp_path / "wheels")]) == 0
        captured = capsys.readouterr()
        assert f"Models run on runtime {number} from now on: torch 0.1, CPU." in captured.out
        assert "Unpacking …" in captured.err
    assert cli.main(["runtime", "check"]) == 0
    assert cli.main(["runtime", "rollback"]) == 0
    assert cli.main(["runtime", "list"]) == 0
    printed = capsys.readouterr().out
    assert "Runtime 2 computes: torch 0.1, CPU." in printed
    assert "Models run on runtime 1 again" in printed
    rows = {line.split()[0]: line for line in printed.splitlines() if line[:1].isdecimal()}
    assert rows["1"].endswith("models run on it")
    assert rows["2"].endswith("the one before")
    assert cli.main(["runtime", "remove", "2"]) == 0
    assert cli.main(["runtime", "remove", "2"]) == cli.BAD_ARGUMENTS


def test_what_a_folder_must_hold_is_listed_and_what_cannot_be_built_refused(
    bundle: Bundle, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["runtime", "list", "--files", "cpu"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    other = "cuda" if sys.platform != "darwin" else "rocm"
    assert cli.main(["runtime", "install", "--backend", other]) == cli.FAILED
    assert "Choose one of cpu." in capsys.readouterr().err
