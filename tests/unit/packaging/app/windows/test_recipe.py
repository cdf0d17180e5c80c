"""The installer's script for Windows, as far as another system can check it."""

import re
from pathlib import Path

import pytest
from app.layout import Layout, version
from app.windows.recipe import HERE, SIGN, installer, steps

SCRIPT = (HERE / "granview.iss").read_text(encoding="utf-8")


def test_every_program_that_the_script_starts_is_in_the_folder() -> None:
    layout = Layout(Path("GranView"), "windows", "3.11")
    started = set(re.findall(r"\{app\}\\([\w\\.]+\.exe)", SCRIPT))

    assert started == {"python\\pythonw.exe"}
    assert layout.python.parent.relative_to(layout.folder).as_posix() == "python"
    assert '-I -m granview ""%1""' in SCRIPT


def test_sections_are_those_of_inno_setup_and_each_line_has_pairs_of_quotation_marks() -> None:
    sections = re.findall(r"^\[(\w+)\]$", SCRIPT, flags=re.MULTILINE)
    assert sections == ["Setup", "Languages", "InstallDelete", "Files", "Icons", "Registry", "Run"]
    lines = [line for line in SCRIPT.splitlines() if not line.startswith((";", "#"))]
    assert [line for line in lines if line.count('"') % 2] == []
    assert SCRIPT.count("#if") == SCRIPT.count("#endif")


def test_the_name_of_the_file_is_what_the_script_writes(tmp_path: Path) -> None:
    written = re.search(r"^OutputBaseFilename=(.+)$", SCRIPT, flags=re.MULTILINE)

    assert written is not None
    assert installer(tmp_path).name == written[1].replace("{#Version}", version()) + ".exe"


def test_it_is_signed_where_a_program_for_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layout = Layout(tmp_path / "GranView", "windows", "3.11")
    monkeypatch.delenv(SIGN, raising=False)
    assert "/DSigned" not in steps(layout, tmp_path)[-1].command
    monkeypatch.setenv(SIGN, "signtool sign $f")

    assert {"/Sgranview=signtool sign $f", "/DSigned"} <= set(steps(layout, tmp_path)[-1].command)
