"""``dev.py app``: its options, and what it refuses."""

from pathlib import Path

import build_app
import pytest


def test_another_system_s_application_is_only_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = "windows" if build_app.this_system() != "windows" else "linux"

    assert build_app.main(["--system", other, "--out", str(tmp_path)]) == 2
    assert "--dry-run shows its steps" in capsys.readouterr().err
    assert build_app.main(["--system", other, "--out", str(tmp_path), "--dry-run"]) == 0
    assert list(tmp_path.iterdir()) == []
