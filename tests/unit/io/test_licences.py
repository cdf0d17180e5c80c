"""What the program is made of, with texts that need no network."""

import json
from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.licences import licence_text, licences


def test_an_application_has_its_own_list_with_the_program_first(tmp_path: Path) -> None:
    home = tmp_path / "licences"
    (home / "zlib").mkdir(parents=True)
    (home / "zlib" / "COPYING").write_text("may be used freely")
    rows = [
        {"name": "zlib", "version": "1", "licence": "Zlib", "files": ["zlib/COPYING", "zlib/none"]},
        {"name": "GranView", "version": "0", "licence": "Apache-2.0", "files": []},
        {"name": "attrs", "version": "2", "licence": "MIT", "files": []},
    ]
    (home / "index.json").write_text(json.dumps(rows))

    parts = licences(tmp_path / "python")

    assert [part.name for part in parts] == ["GranView", "attrs", "zlib"]
    assert licence_text(parts[-1]) == "may be used freely"
    assert licence_text(parts[1]) == ""


def test_a_damaged_list_is_said(tmp_path: Path) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "index.json").write_text("[{}]")

    with pytest.raises(InputError, match=r"index\.json"):
        licences(tmp_path / "python")


def test_a_checkout_lists_the_packages_that_it_runs_with(tmp_path: Path) -> None:
    parts = {part.name.lower(): part for part in licences(tmp_path / "python")}

    assert parts["msgspec"].licence
    assert "Redistribution" in licence_text(parts["msgspec"])
    assert {"numpy", "pyside6_essentials"} <= {name.replace("-", "_") for name in parts}
