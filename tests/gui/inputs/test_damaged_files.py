"""A damaged file of every kind is dropped on the window: it says why, and goes on."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from granview.core.lane import LaneSpec
from granview.gui.dialogs.other_model import OtherModel
from tests.helpers.scored import scored_session
from tests.helpers.shell import Bench, write_scene
from tests.helpers.tiny_text_models import save_tiny_text

CLASSES = "text-classification"
PICTURES = {
    "a.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0",
    "b.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1",
    "c.webp": b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff" * 6,
    "d.tif": b"II*\0\x08\0\0\0\xff\xff",
    "e.bmp": b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xff\xff\xff\x7f",
}
DATA = {
    "f.csv": b"text," * 3_000 + b"\n1,2\n",
    "g.jsonl": b'{"text": ' + b"[" * 5_000,
    "h.parquet": b"PAR1\xff\xff\xff\x7fPAR1",
    "i.conll": b"\0\0\0\0\xff\xfe\0 B-PER\n",
    "squad.json": b'{"version": "v2.0", "data": [{"paragraphs": 5}, 7',
}


def log_of(bench: Bench) -> str:
    return "\n".join(entry.text for entry in bench.work.services.event_log.entries)


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def test_a_damaged_picture_says_why_in_its_place(bench: Bench, tmp_path: Path) -> None:
    bench.drop(*written(tmp_path, PICTURES))
    bench.until(lambda: len(bench.work.model.samples) == len(PICTURES))
    for path in map(Path, PICTURES):
        bench.work.model.samples.select(path.stem)
        bench.until(lambda: bench.work.services.loader.error)
        assert path.name in bench.work.services.loader.error
        assert "Error" not in bench.work.services.loader.error


def test_a_damaged_data_set_is_a_line_in_the_log(bench: Bench, tmp_path: Path) -> None:
    bench.drop(*written(tmp_path, DATA))
    bench.until(lambda: all(name in log_of(bench) for name in DATA))
    assert "Error" not in log_of(bench)


def test_damaged_classes_and_masks_say_why_beside_their_picture(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "one", "scene")
    (tmp_path / "one" / "classes.txt").unlink()
    (tmp_path / "one" / "classes.json").write_bytes(b'[{"name": 5}]')
    write_scene(tmp_path / "two", "other")
    (tmp_path / "two" / "other_mask.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    bench.drop(tmp_path / "one", tmp_path / "two")
    bench.until(lambda: len(bench.work.model.samples) == 2)
    for name, words in (("scene", "expected text, got a whole number at [0].name"), ("other", "other_mask.png")):
        bench.work.model.samples.select(name)
        bench.until(lambda words=words: words in bench.work.services.loader.reference_error + log_of(bench))


def test_a_damaged_session_is_refused_and_the_open_one_stays(bench: Bench, tmp_path: Path) -> None:
    scored_session(tmp_path / "whole.granview").close()
    before = bench.work.document.session.path
    cut = tmp_path / "cut.granview"
    cut.write_bytes((tmp_path / "whole.granview").read_bytes()[:5_000])
    without = Path(shutil.copy(tmp_path / "whole.granview", tmp_path / "without.granview"))
    change(without, "ALTER TABLE samples DROP COLUMN kind")
    for path in (cut, without):
        bench.drop(path)
        bench.until(lambda path=path: f"{path.name} is damaged" in log_of(bench))
    assert bench.work.document.session.path == before


def test_what_can_be_read_of_a_damaged_session_is_shown_and_the_rest_is_said(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "odd.granview"
    with scored_session(path) as session:
        names = [sample.name for sample in session.samples()]
    change(path, "UPDATE samples SET kind = x'736f756e64' WHERE id = 1")
    change(path, "UPDATE predictions SET data = x'c1' WHERE result_id = (SELECT max(result_id) FROM predictions)")
    bench.drop(path)
    bench.until(lambda: len(bench.work.model.samples) == len(names) - 1)
    bench.until(lambda: f"sample '{names[0]}' is damaged, and left out" in log_of(bench))
    bench.work.model.samples.select(names[-1])
    bench.until(lambda: f"for {names[-1]} is damaged" in log_of(bench))
    bench.until(lambda: bench.work.services.loader.is_complete)
    (damaged,) = bench.work.services.loader.prediction_errors
    assert set(bench.work.services.loader.predictions) == {"good", "poor"} - {damaged}
    bench.until(lambda: _is_told_in_its_cell(bench, damaged))


def _is_told_in_its_cell(bench: Bench, lane: str) -> bool:
    words = f"The prediction of {lane} for "
    return any(words in label.text() for label in bench.work.window.findChildren(QLabel) if label.isVisible())


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.slow
def test_a_damaged_model_says_why_before_and_after_it_is_added(bench: Bench, tmp_path: Path) -> None:
    damage = {"config.json": b'{"architectures": 7}', "tokenizer.json": b"[1]", "model.safetensors": b"\xff" * 20}
    whole = save_tiny_text("bert", CLASSES, tmp_path / "whole")
    lanes = []
    for name, data in damage.items():
        folder = Path(shutil.copytree(whole, tmp_path / name.partition(".")[0]))
        (folder / name).write_bytes(data)
        lanes.append(LaneSpec(folder.name, str(folder), task=CLASSES, device="cpu"))
    chooser = OtherModel(bench.work.face.sessions._jobs, None)
    chooser.field.setText(str(tmp_path / "config"))
    assert "got a whole number at architectures" in chooser.trouble()
    chooser.stop()
    (tmp_path / "a.txt").write_text("A fine film.")
    bench.drop(tmp_path / "a.txt")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    bench.work.services.runner.add_lanes(lanes)
    bench.work.services.runner.run()
    bench.until(lambda: all(f"{tmp_path / lane.name}" in log_of(bench) for lane in lanes))
