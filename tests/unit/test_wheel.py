"""An installed wheel is a whole program: it finds its resources without the checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(home), str(CHECKOUT)], check=True, capture_output=True)
    return home


def granview(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(home)}
    command = [sys.executable, "-m", "granview", *arguments]
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_it_lists_the_zoo_that_it_brought(installed: Path) -> None:
    answer = granview(installed, "models")

    assert answer.returncode == 0, answer.stderr
    assert "zoo:unet-nano" in answer.stdout


def test_its_entry_point_and_resources_are_there(installed: Path) -> None:
    assert (installed / "bin" / "granview").exists()
    assert (installed / "granview" / "_resources" / "zoo" / "index.json").exists()
    assert (installed / "granview" / "_resources" / "gallery" / "gallery.json").exists()


def test_it_runs_a_model_from_the_zoo(installed: Path, tmp_path: Path) -> None:
    scene = next((installed / "granview" / "_resources" / "gallery" / "scenes").glob("*.png"))

    answer = granview(installed, "run", "--model", "zoo:unet-nano", "--input", str(scene), "--out", str(tmp_path))

    assert answer.returncode == 0, answer.stderr
    assert (tmp_path / "results.csv").exists()
