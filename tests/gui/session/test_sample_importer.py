import json
import time
from pathlib import Path

import pytest

from granview.core.sample import Reference
from granview.gui.session.import_summary import ImportSummary
from tests.helpers.shell import Bench, GapWatcher, write_scene

MANY = 10_000
STALL_MS = 250


@pytest.fixture
def summaries(bench: Bench) -> list[ImportSummary]:
    heard: list[ImportSummary] = []
    bench.work.services.importer.finished.connect(heard.append)
    return heard


@pytest.mark.slow
def test_ten_thousand_files_are_added_without_stalling_the_window(
    bench: Bench, summaries: list[ImportSummary], tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(MANY):
        (folder / f"image{n:05}.png").touch()
    bench.live(0.3)
    watcher = GapWatcher(on_a_core=True)
    watcher.start()
    bench.work.services.importer.add([folder])
    bench.until(lambda: summaries)
    bench.until(lambda: len(bench.work.model.samples.order) == MANY)
    watcher.stop()
    assert len(bench.work.model.samples) == MANY
    assert watcher.longest_ms < STALL_MS
    begun = time.thread_time()
    bench.work.model.samples.step(1)
    assert time.thread_time() - begun < 0.05


def test_what_is_no_image_is_a_line_in_the_log_and_a_banner(
    bench: Bench, summaries: list[ImportSummary], tmp_path: Path
) -> None:
    write_scene(tmp_path / "mixed", "good", reference=False)
    (tmp_path / "mixed" / "notes.docx").write_bytes(b"text")
    bench.drop(tmp_path / "mixed")
    bench.until(lambda: summaries)
    assert (summaries[0].added, summaries[0].problems) == (1, 1)
    assert any("docx" in entry.text for entry in bench.work.services.event_log.entries)
    assert bench.work.window.banners.texts()["intake"].endswith("a line in the log says why.")


def test_files_dropped_twice_are_there_once(bench: Bench, summaries: list[ImportSummary], tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "one")
    for count in (1, 2):
        bench.drop(tmp_path / "scenes")
        bench.until(lambda count=count: len(summaries) == count)
    assert [summary.known for summary in summaries] == [0, 1]
    assert len(bench.work.model.samples) == 1


def test_references_that_come_later_are_given_to_the_samples_that_are_there(
    bench: Bench, summaries: list[ImportSummary], tmp_path: Path
) -> None:
    scene = write_scene(tmp_path / "scenes", "one")
    masks = tmp_path / "masks"
    masks.mkdir()
    mask = (tmp_path / "scenes" / "one_mask.png").rename(masks / "one.png")
    bench.drop(scene)
    bench.until(lambda: summaries)
    assert bench.work.model.samples.all()[0].reference is None
    bench.work.services.importer.pair([masks])
    bench.until(lambda: len(summaries) == 2)
    assert summaries[1].paired == 1
    assert bench.work.model.samples.all()[0].reference == Reference(str(mask))
    bench.until(lambda: bench.work.document.session.samples()[0].reference == Reference(str(mask)))


def test_removed_sample_is_gone_from_the_session(bench: Bench, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_scene(tmp_path / "scenes", name)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    shown = bench.work.model.samples.current
    assert shown is not None
    bench.work.window.actions_by_name["remove-sample"].trigger()
    bench.until(lambda: len(bench.work.document.session.samples()) == 1)
    assert bench.work.document.session.samples()[0].name != shown.name


def test_encoding_that_was_found_out_is_said_in_the_status_line_and_the_log(bench: Bench, tmp_path: Path) -> None:
    older = tmp_path / "older.txt"
    older.write_bytes("Das Café ist schön, die Größe stimmt.".encode("cp1252"))
    bench.drop(older)
    bench.until(lambda: len(bench.work.model.samples) == 1)
    said = "older.txt was read as Windows-125"
    bench.until(lambda: said in bench.work.window.statusBar().currentMessage())
    assert bench.work.window.statusBar().currentMessage().startswith("1 text added")
    assert any(said in entry.text for entry in bench.work.services.event_log.entries)


def test_references_that_come_later_find_the_pictures_that_a_table_names(
    bench: Bench, summaries: list[ImportSummary], tmp_path: Path
) -> None:
    write_scene(tmp_path / "scenes", "one")
    masks = tmp_path / "masks"
    masks.mkdir()
    mask = (tmp_path / "scenes" / "one_mask.png").rename(masks / "one.png")
    picture = next(path.name for path in (tmp_path / "scenes").iterdir() if path.stem == "one")
    (tmp_path / "scenes" / "rows.jsonl").write_text(json.dumps({"image": picture, "phrase": "left"}))
    bench.drop(tmp_path / "scenes" / "rows.jsonl")
    bench.until(lambda: summaries)
    bench.work.services.importer.pair([masks])
    bench.until(lambda: len(summaries) == 2)
    (sample,) = bench.work.model.samples.all()
    assert [part.role for part in sample.parts] == ["phrase"]
    assert sample.reference == Reference(str(mask))
