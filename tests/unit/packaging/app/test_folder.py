"""What the program reads of its own folder, and what a folder must not hold."""

from pathlib import Path

import pytest
from app.folder import copy_uv_and_locks, refuse_traces, write_manifest
from app.layout import ROOT, Layout, version

from granview.runtime.bundle import this_bundle


def test_the_program_finds_what_it_is_built_with(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "GranView", "linux", "3.11")
    layout.python.parent.mkdir(parents=True)
    layout.python.touch()
    copy_uv_and_locks(layout)
    write_manifest(layout)

    bundle = this_bundle(layout.prefix)

    assert bundle is not None
    assert bundle.version == version()
    assert bundle.uv.stat().st_mode & 0o100
    assert (bundle.locks / "app.lock").is_file()


def test_a_folder_with_paths_of_this_machine_is_refused(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "GranView", "linux", "3.11")
    layout.prefix.mkdir(parents=True)
    refuse_traces(layout)
    (layout.prefix / "config.py").write_text(f"home = {str(ROOT)!r}")

    with pytest.raises(SystemExit, match=r"python/config\.py"):
        refuse_traces(layout)
