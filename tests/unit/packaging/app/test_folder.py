"""What the program reads of its own folder, and what a folder must not hold."""

import sys
from pathlib import Path

import pytest
from app.folder import copy_uv_and_locks, let_all_read, refuse_traces, write_manifest
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


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_every_user_of_a_machine_can_read_and_start_what_was_built(tmp_path: Path) -> None:
    folder = tmp_path / "GranView"
    (folder / "guide").mkdir(parents=True)
    for name, mode in {"page.html": 0o600, "granview": 0o700}.items():
        (folder / "guide" / name).touch()
        (folder / "guide" / name).chmod(mode)
    (folder / "guide").chmod(0o700)

    let_all_read(folder)

    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder / "guide", *(folder / "guide").iterdir())}
    assert modes == {"guide": 0o755, "page.html": 0o644, "granview": 0o755}
