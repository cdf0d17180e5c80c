"""Which sample is shown once files that the user opened are there."""

from pathlib import Path

from PySide6.QtTest import QSignalSpy

from tests.helpers.shell import Bench, write_scene


def test_the_first_of_files_that_were_opened_later_is_shown(bench: Bench, tmp_path: Path) -> None:
    samples = bench.work.model.samples
    write_scene(tmp_path / "first", "old")
    bench.drop(tmp_path / "first")
    bench.until(lambda: samples.current is not None)
    for seed, name in enumerate(("new-a", "new-b"), 1):
        write_scene(tmp_path / "second", name, seed)
    bench.drop(tmp_path / "second")
    bench.until(lambda: len(samples) == 3 and samples.current is not None and samples.current.name == "new-a")


def test_files_that_are_here_already_do_not_change_what_is_shown(bench: Bench, tmp_path: Path) -> None:
    samples = bench.work.model.samples
    for seed, name in enumerate(("a", "b")):
        write_scene(tmp_path / "scenes", name, seed)
    ended = QSignalSpy(bench.work.services.importer.finished)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: ended.count() == 1)
    samples.select("b")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: ended.count() == 2)
    assert samples.current is not None
    assert samples.current.name == "b"
